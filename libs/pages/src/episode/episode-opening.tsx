import { formatDate } from '#libs/messages';
import { Breadcrumb } from '../layout/breadcrumb.js';
import { Appearances } from '../person/appearances.js';
import { Picture } from '../site/image.js';
import { languageName, otherLang, type Reader, type Site } from '../site/site.js';
import { Words } from '../site/words.js';
import type { EpisodePageView } from './episode.page.js';
import { episodeCrumbs } from './episode-head.js';
import { kindLine } from './episode-kind.js';

interface Props {
  site: Site;
  reader: Reader;
  view: EpisodePageView;
  /** The text that this page shows. */
  text: { lang: string; title: string };
}

/**
 * What it is, who speaks and what they were called then, in which language and for how long (`ux:L-01`, `ux:L-02`).
 * With a film, who speaks comes after it (`ux` 3.2).
 */
export function EpisodeOpening({ site, reader, view, text }: Props) {
  const { episode, show } = view;
  const { addresses } = site;
  const zone = view.event?.timeZone ?? show.timeZone;
  const coverKey = episode.coverKey ?? show.coverKey;
  const isForeign = otherLang(reader, text.lang) !== undefined;
  return (
    <header className="opening">
      <div className="whence">
        {coverKey ? <Picture addresses={addresses} imageKey={coverKey} size={36} alt="" className="cover" /> : null}
        <Breadcrumb addresses={addresses} reader={reader} crumbs={episodeCrumbs(site, reader, view)} />
      </div>
      <Words as="h1" reader={reader} lang={text.lang} className={sizeOf(text.title)}>
        {text.title}
      </Words>
      {isFilm(view) ? null : <Speakers site={site} reader={reader} view={view} />}
      <p className="what">
        <span>{kindLine(reader, episode)}</span>
        {episode.publishedAt ? (
          <time dateTime={episode.publishedAt.toISOString()}>
            {formatDate(reader.region, episode.publishedAt, zone)}
          </time>
        ) : null}
        {episode.explicit ? <span className="tag">{reader.t('public.explicit')}</span> : null}
        {isForeign ? <span>{reader.t('public.onlyIn', { language: languageName(reader, text.lang) })}</span> : null}
      </p>
    </header>
  );
}

/** The people, as of the recording. */
export function Speakers({ site, reader, view }: Omit<Props, 'text'>) {
  return (
    <Appearances
      addresses={site.addresses}
      reader={reader}
      appearances={view.episode.appearances}
      home={view.show.language}
      recordedOn={recordedOn(view)}
      now={view.now}
    />
  );
}

export function isFilm({ episode: { enclosure } }: Pick<EpisodePageView, 'episode'>): boolean {
  return enclosure?.alternates.some(({ kind }) => kind === 'video') ?? false;
}

/** Long titles are set smaller, so that Play stays on a phone's first screen (`ux` L-01). */
function sizeOf(title: string): string | undefined {
  return title.length > 75 ? 'longer' : title.length > 45 ? 'long' : undefined;
}

/** The "as of" of every title; a talk without a date of its own has its programme's. */
export function recordedOn({ episode, event }: Pick<EpisodePageView, 'episode' | 'event'>): string | null {
  return episode.recordedOn ?? (event ? event.startsOn : null);
}
