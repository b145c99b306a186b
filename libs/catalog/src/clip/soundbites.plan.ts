import { soundbiteMs } from '../feed/episode-feed.plan.js';
import type { EpisodeFeed } from '../feed/feed-settings.js';
import type { ClipView } from './clip.view.js';

type Soundbite = EpisodeFeed['soundbites'][number];

/** Begins and ends this close are the same moment. */
const sameMs = 2000;

/**
 * The soundbites of a feed: those of its settings, and approved clips for it that are none of them, in their order. A
 * clip's title is in the show's language where there is one (`feed:P19`).
 */
export function joinSoundbites(own: readonly Soundbite[], clips: readonly ClipView[], lang: string): Soundbite[] {
  const base = (tag: string) => tag.split('-')[0]!.toLowerCase();
  const more = clips
    .filter(
      ({ uses, startMs, endMs }) =>
        uses.feed && fits(endMs - startMs) && !own.some((bite) => isSame(bite, startMs, endMs)),
    )
    .map(({ startMs, endMs, texts }) => ({
      startMs,
      durationMs: endMs - startMs,
      title: (texts.find((text) => base(text.lang) === base(lang)) ?? texts[0])?.title ?? '',
    }));
  return more.length === 0 ? [...own] : [...own, ...more].sort((a, b) => a.startMs - b.startMs);
}

function fits(long: number): boolean {
  return long >= soundbiteMs.min && long <= soundbiteMs.max;
}

function isSame(bite: Soundbite, startMs: number, endMs: number): boolean {
  const ends = Math.abs(bite.startMs + bite.durationMs - endMs);
  return Math.abs(bite.startMs - startMs) <= sameMs && ends <= sameMs;
}
