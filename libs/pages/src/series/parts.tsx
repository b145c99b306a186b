import type { EpisodeView, SeriesPart } from '#libs/catalog';
import { formatDuration } from '#libs/messages';
import { episodeAddress, episodeText } from '../episode/episode-address.js';
import { nextPartAt } from '../episode/local-release.js';
import { nameFor } from '../episode/episode-row.js';
import { ReleaseTime } from '../episode/release-time.js';
import { ReminderForm } from '../followers/reminder-form.js';
import type { Reader, Site } from '../site/site.js';
import { Words } from '../site/words.js';
import { NextPart } from './next-part.js';
import { PartChapters } from './part-chapters.js';

interface Props {
  site: Site;
  reader: Reader;
  /** The part whose page this is. */
  episode: EpisodeView;
  parts: readonly SeriesPart[];
  /** In which dates are told. */
  zone: string;
}

/** What this part knows of the others: which are out, when the next one comes, and a reminder for it (`ux:L-14`). */
export function Parts(props: Props) {
  const { reader, episode, parts } = props;
  const { series } = episode;
  if (!series || parts.length < 2) return null;
  const name = nameFor(series.texts, reader, episode.showLanguage);
  return (
    <section className="block parts" aria-labelledby="parts">
      <p className="over">{reader.t('episode.seriesOf', { parts: series.parts ?? 0 })}</p>
      <h2 id="parts">
        {name ? (
          <Words reader={reader} lang={name.lang}>
            {name.name}
          </Words>
        ) : (
          reader.t('episode.series')
        )}
      </h2>
      <ol>
        {parts.map((part, i) => (
          <Part key={i} {...props} part={part} />
        ))}
      </ol>
      <NextPart {...props} />
      <Reminder {...props} />
    </section>
  );
}

function Part({ site, reader, part, zone }: Props & { part: SeriesPart }) {
  const { episode, isThis, state } = part;
  const text = episode && episodeText(episode, reader.lang);
  return (
    <li aria-current={isThis ? 'page' : undefined} className={state === 'out' ? undefined : 'is-coming'}>
      <span className="part">{part.part ?? '·'}</span>
      <div>
        {text && episode ? (
          <p className="card-title">
            <Title site={site} reader={reader} episode={episode} isThis={isThis} text={text} />
          </p>
        ) : (
          <p className="card-title">{reader.t('episode.part', { part: part.part ?? 0 })}</p>
        )}
        <p className="under">{stateOf(reader, part, zone)}</p>
        {state === 'out' && !isThis && episode ? (
          <PartChapters site={site} reader={reader} episode={episode} part={part.part} />
        ) : null}
      </div>
    </li>
  );
}

function Title(props: {
  site: Site;
  reader: Reader;
  episode: EpisodeView;
  isThis: boolean;
  text: { lang: string; title: string };
}) {
  const { reader, text, episode } = props;
  const { addresses } = props.site;
  const title = (
    <Words reader={reader} lang={text.lang}>
      {text.title}
    </Words>
  );
  if (props.isThis) return title;
  return <a href={addresses.path(episodeAddress(addresses, episode, reader.lang))}>{title}</a>;
}

function stateOf(reader: Reader, { isThis, state, episode, releaseAt }: SeriesPart, zone: string) {
  if (isThis) return reader.t('episode.partThis');
  if (releaseAt)
    return (
      <ReleaseTime reader={reader} at={releaseAt} zones={[zone]}>
        {nextPartAt(reader, releaseAt, zone)}
      </ReleaseTime>
    );
  if (state !== 'out') return reader.t('episode.partComing');
  return episode?.enclosure ? formatDuration(reader.region, episode.enclosure.durationMs) : '';
}

/** Of the first part that is not out: one mail when it is, or a file for the calendar when its date is known. */
function Reminder({ site, reader, episode, parts }: Props) {
  const next = parts.find(({ state, isThis }) => state !== 'out' && !isThis);
  if (!next || !episode.series) return null;
  const target = { kind: 'series' as const, id: episode.series.id, ...(next.part && { part: next.part }) };
  const calendarOf = next.releaseAt && next.episode ? next.episode.id : undefined;
  return <ReminderForm site={site} reader={reader} target={target} calendarOf={calendarOf} />;
}
