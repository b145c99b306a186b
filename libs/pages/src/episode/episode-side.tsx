import type { EpisodeView } from '#libs/catalog';
import { formatDate, formatDay } from '#libs/messages';
import { Cover } from '../site/image.js';
import type { Reader, Site } from '../site/site.js';
import { Downloads } from './downloads.js';
import type { EpisodePageView } from './episode.page.js';
import { nameFor } from './episode-row.js';

/** Beside the text: cover, number, dates and what there is to take along. */
export function EpisodeSide({ site, reader, view }: { site: Site; reader: Reader; view: EpisodePageView }) {
  const { episode, show, event } = view;
  const { addresses } = site;
  const name = event
    ? nameFor(event.texts, reader, show.language)?.name
    : nameFor(show.texts, reader, show.language)?.title;
  const facts = factsOf(reader, episode, event?.timeZone ?? show.timeZone);
  return (
    <aside className="side">
      <Cover addresses={addresses} title={name ?? ''} imageKey={episode.coverKey ?? show.coverKey} size={280} />
      {facts.length > 0 ? (
        <ul className="lines facts">
          {facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      ) : null}
      <Downloads site={site} reader={reader} episode={episode} />
    </aside>
  );
}

function factsOf(reader: Reader, episode: EpisodeView, zone: string): string[] {
  const { number, publishedAt, recordedOn } = episode;
  return [
    ...(number === null ? [] : [numberLine(reader, episode)]),
    ...(publishedAt ? [reader.t('public.published', { date: formatDate(reader.region, publishedAt, zone) })] : []),
    ...(recordedOn ? [reader.t('public.recorded', { date: formatDay(reader.region, recordedOn) })] : []),
  ];
}

function numberLine(reader: Reader, { season, number }: EpisodeView): string {
  return season !== null
    ? reader.t('public.seasonNumber', { season, number: number ?? 0 })
    : reader.t('public.number', { number: number ?? 0 });
}
