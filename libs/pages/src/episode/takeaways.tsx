import type { EpisodeTextView, EpisodeView } from '#libs/catalog';
import { formatTimeCode } from '#libs/kernel';
import { formatDuration } from '#libs/messages';
import { momentLink } from '../site/link.js';
import { otherLang, type Reader } from '../site/site.js';
import { setText } from '../site/words.js';

const wordsAMinute = 200;

/** What to keep from it for those without the time, each with its moment; how long it takes to read and to hear (`ux:L-03`). */
export function Takeaways({ reader, episode, text }: { reader: Reader; episode: EpisodeView; text: EpisodeTextView }) {
  if (text.takeaways.length === 0) return null;
  return (
    <section className="block takeaways" aria-labelledby="takeaways">
      <h2 id="takeaways">
        {reader.t('episode.takeaways')} <span className="count">{lengths(reader, episode, text)}</span>
      </h2>
      <ol lang={otherLang(reader, text.lang)}>
        {text.takeaways.map((takeaway, i) => (
          <li key={i}>
            {setText(reader, text.lang, takeaway.text)}
            <Moment episode={episode} atMs={takeaway.atMs} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Moment({ episode, atMs }: { episode: EpisodeView; atMs: number | null }) {
  if (atMs === null || !episode.enclosure) return null;
  const seconds = Math.floor(atMs / 1000);
  return (
    <>
      {' '}
      <a href={momentLink(seconds, episode.timeLinks)} data-go={seconds}>
        {formatTimeCode(atMs)}
      </a>
    </>
  );
}

/** `2 min de lecture · 45 min d’écoute`. */
function lengths(reader: Reader, { enclosure }: EpisodeView, { summary, takeaways }: EpisodeTextView): string {
  const words = [summary, ...takeaways.map(({ text }) => text)].join(' ').split(/\s+/).length;
  const minutes = Math.max(1, Math.round(words / wordsAMinute));
  const reading = reader.t('episode.reading', { minutes });
  if (!enclosure) return reading;
  const isFilm = enclosure.alternates.some(({ kind }) => kind === 'video');
  const duration = formatDuration(reader.region, enclosure.durationMs);
  return `${reading} · ${reader.t(isFilm ? 'episode.watching' : 'episode.listening', { duration })}`;
}
