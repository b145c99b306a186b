import type { Addresses, EpisodeView } from '#libs/catalog';
import { pickText, toLanguage } from '#libs/kernel';
import { formatDate } from '#libs/messages';
import { TinyWaveform } from '../player/waveform.js';
import type { Reader } from '../site/site.js';
import { shortLine, Words } from '../site/words.js';
import { episodeAddress, episodeText } from './episode-address.js';
import { kindLine } from './episode-kind.js';

interface Props {
  addresses: Addresses;
  reader: Reader;
  episode: EpisodeView;
  /** The time zone in which a date is told. */
  zone: string;
  /** Where it comes from, when the list mixes shows. */
  from?: { label: string; lang: string };
  heading?: 'h2' | 'h3';
}

/** One episode in a list: people and title first, what it is, how it sounds. */
export function EpisodeRow({ addresses, reader, episode, zone, from, heading: Heading = 'h3' }: Props) {
  const text = episodeText(episode, reader.lang);
  if (!text) return null;
  const names = episode.appearances.filter((a) => a.role !== 'host').map((a) => a.person.name);
  return (
    <article className="row">
      <div>
        <p className="over">
          {episode.publishedAt ? (
            <time dateTime={episode.publishedAt.toISOString()}>
              {formatDate(reader.region, episode.publishedAt, zone)}
            </time>
          ) : null}
          {from ? (
            <Words reader={reader} lang={from.lang}>
              {from.label}
            </Words>
          ) : null}
        </p>
        <Heading>
          <a href={addresses.path(episodeAddress(addresses, episode, reader.lang))}>
            <Words reader={reader} lang={text.lang}>
              {text.title}
            </Words>
          </a>
        </Heading>
        {names.length > 0 ? <p className="names">{names.join(', ')}</p> : null}
        {text.summary ? (
          <Words as="p" reader={reader} lang={text.lang} className="lead">
            {shortLine(text.summary, 180)}
          </Words>
        ) : null}
        <p className="under">{kindLine(reader, episode)}</p>
      </div>
      {episode.enclosure ? <TinyWaveform peaks={episode.enclosure.peaks} /> : null}
    </article>
  );
}

/** A show's or event's name for a reader. */
export function nameFor<T extends { lang: string }>(texts: readonly T[], reader: Reader, home: string): T | undefined {
  return pickText(texts, reader.lang, toLanguage(home));
}
