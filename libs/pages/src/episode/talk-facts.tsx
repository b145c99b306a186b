import type { EpisodeView, EventView } from '#libs/catalog';
import { formatDateTime } from '#libs/messages';
import { zoneName } from '../event/programme.js';
import { nameFor } from './episode-row.js';
import type { Reader } from '../site/site.js';
import { Words } from '../site/words.js';

/** Where and when a talk was given: event, room, track and the event's own time with its zone in words (`ux` 3.2). */
export function TalkFacts({ reader, episode, event }: { reader: Reader; episode: EpisodeView; event: EventView }) {
  const name = nameFor(event.texts, reader, event.showLanguage);
  const at = episode.programmeAt;
  const rows: [string, React.ReactNode][] = [
    ...(name
      ? [
          [
            reader.t('public.event'),
            <Words reader={reader} lang={name.lang}>
              {name.name}
            </Words>,
          ] as [string, React.ReactNode],
        ]
      : []),
    ...(at
      ? [
          [
            reader.t('public.when'),
            <time dateTime={at.toISOString()}>
              {reader.t('public.localTime', {
                time: formatDateTime(reader.region, at, event.timeZone),
                zone: zoneName(reader, at, event.timeZone),
              })}
            </time>,
          ] as [string, React.ReactNode],
        ]
      : []),
    ...(episode.room ? [[reader.t('public.room'), episode.room] as [string, React.ReactNode]] : []),
    ...(episode.track ? [[reader.t('public.track'), episode.track] as [string, React.ReactNode]] : []),
    ...(event.place ? [[reader.t('public.where'), event.place] as [string, React.ReactNode]] : []),
  ];
  return (
    <dl className="talk-facts">
      {rows.map(([term, detail]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{detail}</dd>
        </div>
      ))}
    </dl>
  );
}
