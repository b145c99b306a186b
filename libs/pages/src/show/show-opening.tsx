import type { ShowView } from '#libs/catalog';
import { pickText, toLanguage } from '#libs/kernel';
import { formatDate } from '#libs/messages';
import { nameFor } from '../episode/episode-row.js';
import { Cover, Portrait } from '../site/image.js';
import { languageName, type Reader, type Site } from '../site/site.js';
import { Words } from '../site/words.js';
import { promiseOf, showTitle } from './show-texts.js';

/** Whose voice it is, what one gets, and the one thing to do: follow. */
export function ShowOpening({ site, reader, show }: { site: Site; reader: Reader; show: ShowView }) {
  const { addresses } = site;
  const promise = promiseOf(show, reader);
  const title = showTitle(show, reader);
  return (
    <header className="opening show-opening">
      <Cover addresses={addresses} title={title} imageKey={show.coverKey} size={280} eager />
      <div>
        <Words as="h1" reader={reader} lang={nameFor(show.texts, reader, show.language)?.lang ?? reader.lang}>
          {title}
        </Words>
        {promise ? (
          <Words as="p" reader={reader} lang={promise.lang} className="promise">
            {promise.text}
          </Words>
        ) : null}
        <Hosts site={site} reader={reader} show={show} />
        <Facts reader={reader} show={show} />
        {site.isStatic ? null : (
          <p>
            <a className="button primary" href={addresses.path(addresses.followPage(reader.lang, show.slug))}>
              {reader.t('public.follow')}
            </a>
          </p>
        )}
      </div>
    </header>
  );
}

function Hosts({ site, reader, show }: { site: Site; reader: Reader; show: ShowView }) {
  const { addresses } = site;
  if (show.hosts.length === 0)
    return show.author ? <p className="names">{reader.t('public.showBy', { names: show.author })}</p> : null;
  return (
    <ul className="hosts" aria-label={reader.t('public.hosts')}>
      {show.hosts.map((host) => (
        <li key={host.id}>
          <Portrait addresses={addresses} name={host.name} photoKey={host.photoKey} size={40} />
          <a href={addresses.path(addresses.guest(reader.lang, host.slug))}>{host.name}</a>
        </li>
      ))}
    </ul>
  );
}

/** Language, rhythm, how many, and how fresh. */
function Facts({ reader, show }: { reader: Reader; show: ShowView }) {
  const { t } = reader;
  const rhythm = pickText(show.page.rhythms, reader.lang, toLanguage(show.language));
  const language = languageName(reader, show.language);
  return (
    <p className="what soft">
      <span>{language.charAt(0).toLocaleUpperCase(reader.region) + language.slice(1)}</span>
      {rhythm ? (
        <Words reader={reader} lang={rhythm.lang}>
          {rhythm.text}
        </Words>
      ) : null}
      <span>{t('public.episodeCount', { count: show.episodeCount })}</span>
      {show.latestAt ? (
        <span>{t('site.latestEpisode', { date: formatDate(reader.region, show.latestAt, show.timeZone) })}</span>
      ) : null}
    </p>
  );
}
