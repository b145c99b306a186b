import { type Choices, selectionMax } from '#libs/catalog';
import { type Language, languages } from '#libs/kernel';
import { episodeText } from '../episode/episode-address.js';
import { nameFor } from '../episode/episode-row.js';
import { toPage } from '../layout/document.js';
import type { HeadView } from '../layout/head.js';
import { type Page, type Reader, readerOf, type Site } from '../site/site.js';

/** What may be chosen, what is chosen already, and what was wrong with the last try. */
export interface ChoicePageView {
  offered: Choices;
  chosen: Choices;
  problem?: 'none' | 'many' | 'wait';
}

/** Where a listener puts a feed together; a plain form, so that it works without a script. */
export function choicePage(site: Site, lang: Language, view: ChoicePageView): Page {
  const reader = readerOf(site, lang);
  return toPage({
    site,
    reader,
    head: choiceHead(site, reader),
    otherHref: site.addresses.choice(lang === 'fr' ? 'en' : 'fr'),
    children: <Body site={site} reader={reader} view={view} />,
  });
}

/** Of this page and of the one that follows it. */
export function choiceHead(site: Site, { lang, t }: Reader): HeadView {
  const { addresses } = site;
  return {
    title: t('kinds.choice.title'),
    description: t('kinds.choice.description'),
    canonical: addresses.choice(lang),
    alternates: languages.map((each) => ({ lang: each, href: addresses.choice(each) })),
  };
}

function Body({ site, reader, view }: { site: Site; reader: Reader; view: ChoicePageView }) {
  const { t } = reader;
  const groups = toGroups(reader, view).filter(({ things }) => things.length > 0);
  return (
    <article className="choice">
      <header className="opening">
        <h1>{t('kinds.choice.title')}</h1>
        <p className="promise">{t('kinds.choice.lead')}</p>
      </header>
      {view.problem ? (
        <p className="choice-problem" role="alert">
          {t('kinds.choice.problem', { problem: view.problem, n: selectionMax })}
        </p>
      ) : null}
      {groups.length === 0 ? (
        <p>{t('kinds.choice.empty')}</p>
      ) : (
        <form method="post" action={site.addresses.path(site.addresses.choice(reader.lang))}>
          {groups.map((group) => (
            <fieldset key={group.name}>
              <legend>{group.title}</legend>
              <ul>
                {group.things.map(({ value, label, lang, isChosen }) => (
                  <li key={value}>
                    <label lang={lang}>
                      <input type="checkbox" name={group.name} value={value} defaultChecked={isChosen} /> {label}
                    </label>
                  </li>
                ))}
              </ul>
            </fieldset>
          ))}
          <p className="soft">{t('kinds.choice.most', { n: selectionMax })}</p>
          <button type="submit" className="button primary">
            {t('kinds.choice.make')}
          </button>
        </form>
      )}
    </article>
  );
}

interface Thing {
  value: string;
  label: string;
  lang?: string;
  isChosen: boolean;
}

interface Group {
  name: 'show' | 'person' | 'tag' | 'episode';
  title: string;
  things: Thing[];
}

function toGroups(reader: Reader, { offered, chosen }: ChoicePageView): Group[] {
  const { t } = reader;
  const shows = join(chosen.shows, offered.shows, ({ id }) => id);
  const persons = join(chosen.persons, offered.persons, ({ id }) => id);
  const tags = join(chosen.tags, offered.tags, ({ slug }) => slug);
  return [
    {
      name: 'episode',
      title: t('kinds.choice.episodes'),
      things: chosen.episodes.map((episode) => {
        const text = episodeText(episode, reader.lang);
        return { value: episode.id, label: text?.title ?? episode.id, lang: text?.lang, isChosen: true };
      }),
    },
    {
      name: 'show',
      title: t('kinds.choice.shows'),
      things: shows.map(({ value: show, isChosen }) => {
        const text = nameFor(show.texts, reader, show.language);
        return { value: show.id, label: text?.title ?? show.slug, lang: text?.lang, isChosen };
      }),
    },
    {
      name: 'person',
      title: t('kinds.choice.persons'),
      things: persons.map(({ value: { id, name }, isChosen }) => ({ value: id, label: name, isChosen })),
    },
    {
      name: 'tag',
      title: t('kinds.choice.tags'),
      things: tags.map(({ value: { slug, name }, isChosen }) => ({ value: slug, label: `#${name}`, isChosen })),
    },
  ];
}

/** What is chosen first, then what else is offered. */
function join<T>(chosen: readonly T[], offered: readonly T[], keyOf: (value: T) => string) {
  const keys = new Set(chosen.map(keyOf));
  return [
    ...chosen.map((value) => ({ value, isChosen: true })),
    ...offered.filter((value) => !keys.has(keyOf(value))).map((value) => ({ value, isChosen: false })),
  ];
}
