import type { EpisodeView } from '#libs/catalog';
import { toOrderedChapters } from '../item/chapters.xml.js';
import type { FeedAdvice } from './advice.js';
import type { Say } from './item-advice.plan.js';

/** Ten seconds is the least that YouTube takes for a chapter. */
const leastMs = 10_000;

/** Why Apple, Spotify or YouTube would not show the chapters: all want the first at 0:00, and three of them. */
export function findChaptersAdvice({ chapters, enclosure }: EpisodeView, say: Say): FeedAdvice[] {
  const ordered = toOrderedChapters(chapters);
  if (ordered.length === 0) return [];
  const endMs = enclosure?.durationMs;
  const late = endMs === undefined ? [] : ordered.filter(({ startMs }) => startMs >= endMs);
  const lengths = ordered.map(({ startMs }, i) => (ordered[i + 1]?.startMs ?? endMs ?? Infinity) - startMs);
  const short = lengths.filter((ms) => ms > 0 && ms < leastMs).length;
  const found: (FeedAdvice | false)[] = [
    ordered[0]!.startMs > 0 && say('chapters-first', 'chapters'),
    ordered.length < 3 && say('chapters-few', 'chapters', { n: ordered.length }),
    short > 0 && say('chapters-short', 'chapters', { n: short }),
    late.length > 0 && say('chapters-late', 'chapters', { n: late.length }),
  ];
  return found.filter((advice) => advice !== false);
}
