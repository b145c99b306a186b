import type { Addresses, EpisodeView, EventView } from '#libs/catalog';
import { formatDuration, formatTime, formatWeekday } from '#libs/messages';
import { episodeAddress, episodeText } from '../episode/episode-address.js';
import { languageName, type Reader } from '../site/site.js';
import { Words } from '../site/words.js';

/** The talks of an event by local day and time; those without a time come last. */
export function Programme(props: {
  addresses: Addresses;
  reader: Reader;
  event: EventView;
  talks: readonly EpisodeView[];
}) {
  const { reader, event } = props;
  const days = byDay(props.talks, event.timeZone);
  return (
    <>
      {days.map(([day, talks]) => {
        const label = day ? formatWeekday(reader.region, day) : days.length > 1 ? reader.t('public.withoutTime') : '';
        return (
          <section key={day} className="day">
            {label ? <h3>{label}</h3> : null}
            <ol className="talks">
              {talks.map((talk) => (
                <Talk key={talk.id} {...props} talk={talk} heading={label ? 'h4' : 'h3'} />
              ))}
            </ol>
          </section>
        );
      })}
    </>
  );
}

function Talk({
  addresses,
  reader,
  event,
  talk,
  heading: Heading,
}: {
  addresses: Addresses;
  reader: Reader;
  event: EventView;
  talk: EpisodeView;
  heading: 'h3' | 'h4';
}) {
  const text = episodeText(talk, reader.lang);
  if (!text) return null;
  const facts = [
    talk.room,
    talk.track,
    languageName(reader, talk.language),
    talk.enclosure ? formatDuration(reader.region, talk.enclosure.durationMs) : '',
  ].filter(Boolean);
  return (
    <li>
      <p className="clock">
        {talk.programmeAt ? (
          <time dateTime={talk.programmeAt.toISOString()}>
            {formatTime(reader.region, talk.programmeAt, event.timeZone)}
          </time>
        ) : null}
      </p>
      <div>
        <Heading>
          <a href={addresses.path(episodeAddress(addresses, talk, reader.lang))}>
            <Words reader={reader} lang={text.lang}>
              {text.title}
            </Words>
          </a>
        </Heading>
        {talk.appearances.length > 0 ? (
          <p className="names">{talk.appearances.map((a) => a.person.name).join(', ')}</p>
        ) : null}
        <p className="under">{facts.join('\u00a0· ')}</p>
      </div>
    </li>
  );
}

/** A zone as a person names it: `heure avancée de l’Est`, `Eastern Daylight Time`. */
export function zoneName(reader: Reader, at: Date, zone: string): string {
  const parts = new Intl.DateTimeFormat(reader.region, { timeZone: zone, timeZoneName: 'long' }).formatToParts(at);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone;
}

function byDay(talks: readonly EpisodeView[], zone: string): [string, EpisodeView[]][] {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const days = new Map<string, EpisodeView[]>();
  const order = (talk: EpisodeView) => talk.programmeAt?.getTime() ?? Number.POSITIVE_INFINITY;
  for (const talk of [...talks].sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0))) {
    const key = talk.programmeAt ? day.format(talk.programmeAt) : '';
    days.set(key, [...(days.get(key) ?? []), talk]);
  }
  return [...days];
}
