import { soundbiteMs } from '../feed/episode-feed.plan.js';
import type { EpisodeFeed } from '../feed/feed-settings.js';
import { type SoundTime, toSpans } from './time-shift.plan.js';

type Soundbite = EpisodeFeed['soundbites'][number];

/**
 * Soundbites moved from one sound to the next: each from its first moment to its last that is still there. One of which
 * too little is left, or that would have got too long by what lies between now, is dropped (`feed:P19`).
 */
export function shiftSoundbites(bites: readonly Soundbite[], from: SoundTime, to: SoundTime): Soundbite[] {
  const spans = toSpans(from, to);
  return bites.flatMap(({ startMs, durationMs, title }) => {
    const endMs = startMs + durationMs;
    const heard = spans.filter(({ fromMs, lengthMs }) => fromMs < endMs && fromMs + lengthMs > startMs);
    const [first, last] = [heard[0], heard.at(-1)];
    if (!first || !last) return [];
    const begins = first.toMs + Math.max(startMs, first.fromMs) - first.fromMs;
    const ends = last.toMs + Math.min(endMs, last.fromMs + last.lengthMs) - last.fromMs;
    const left = Math.round(ends) - Math.round(begins);
    const fits = left >= soundbiteMs.min && left <= soundbiteMs.max;
    return fits ? [{ startMs: Math.round(begins), durationMs: left, title }] : [];
  });
}
