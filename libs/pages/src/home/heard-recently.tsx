import type { EpisodeView } from '#libs/catalog';
import { pickText, toLanguage } from '#libs/kernel';
import { Portrait } from '../site/image.js';
import type { Reader, Site } from '../site/site.js';
import { Words } from '../site/words.js';

/** So many people are shown. */
const most = 6;

/** The guests of the newest episodes, each once, as they were called there: people first. */
export function HeardRecently(props: { site: Site; reader: Reader; episodes: readonly EpisodeView[] }) {
  const { site, reader, episodes } = props;
  const { addresses } = site;
  const seen = new Set<string>();
  const heard = episodes
    .flatMap((episode) => episode.appearances.map((appearance) => ({ ...appearance, home: episode.showLanguage })))
    .filter(({ role }) => role !== 'host' && role !== 'moderator')
    .filter(({ person }) => !seen.has(person.id) && seen.add(person.id))
    .slice(0, most);
  if (heard.length < 2) return null;
  return (
    <section className="block" aria-labelledby="heard">
      <h2 id="heard">{reader.t('site.people')}</h2>
      <ul className="heard">
        {heard.map(({ person, organisation, texts, home }) => {
          const text = pickText(texts, reader.lang, toLanguage(home));
          const title = [text?.title, organisation].filter(Boolean).join(', ');
          return (
            <li key={person.id}>
              <Portrait addresses={addresses} name={person.name} photoKey={person.photoKey} size={52} />
              <div>
                <p>
                  <a href={addresses.path(addresses.guest(reader.lang, person.slug))}>{person.name}</a>
                </p>
                {title ? (
                  <Words as="p" reader={reader} lang={text?.lang ?? reader.lang} className="soft">
                    {title}
                  </Words>
                ) : null}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
