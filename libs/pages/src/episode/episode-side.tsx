import type { EpisodeView } from '#libs/catalog';
import { formatBytes, formatDate, formatDay } from '#libs/messages';
import { Cover } from '../site/image.js';
import type { Reader, Site } from '../site/site.js';
import { enclosureAddress, episodeText } from './episode-address.js';
import type { EpisodePageView } from './episode.page.js';
import { nameFor } from './episode-row.js';
import { Follow } from './follow.js';

/** Beside the text: cover, dates, download and how to follow. */
export function EpisodeSide({ site, reader, view }: { site: Site; reader: Reader; view: EpisodePageView }) {
  const { episode, show, event } = view;
  const { addresses } = site;
  const name = event
    ? nameFor(event.texts, reader, show.language)?.name
    : nameFor(show.texts, reader, show.language)?.title;
  const source = enclosureAddress(addresses, episode);
  const zone = event?.timeZone ?? show.timeZone;
  return (
    <aside className="side">
      <Cover addresses={addresses} title={name ?? ''} imageKey={episode.coverKey ?? show.coverKey} size={280} />
      <dl className="facts">
        {episode.number !== null ? (
          <div>
            <dd>{numberLine(reader, episode)}</dd>
          </div>
        ) : null}
        {episode.publishedAt ? (
          <div>
            <dd>{reader.t('public.published', { date: formatDate(reader.region, episode.publishedAt, zone) })}</dd>
          </div>
        ) : null}
        {episode.recordedOn ? (
          <div>
            <dd>{reader.t('public.recorded', { date: formatDay(reader.region, episode.recordedOn) })}</dd>
          </div>
        ) : null}
      </dl>
      {episode.enclosure && source ? (
        <p>
          <a
            href={addresses.path(source)}
            download={`${episodeText(episode, reader.lang)?.slug ?? episode.showSlug}.mp3`}
          >
            {reader.t('public.download', { size: formatBytes(reader.region, episode.enclosure.bytes) })}
          </a>
        </p>
      ) : null}
      <Follow
        reader={reader}
        addresses={addresses}
        feed={event ? addresses.eventFeed(event.slug) : addresses.showFeed(show.slug)}
        title={name ?? ''}
        lead={reader.t(event ? 'public.followEvent' : 'public.followLead')}
      />
    </aside>
  );
}

function numberLine(reader: Reader, { season, number }: EpisodeView): string {
  return season !== null
    ? reader.t('public.seasonNumber', { season, number: number ?? 0 })
    : reader.t('public.number', { number: number ?? 0 });
}
