import { cleanLine, type FieldProblem, formatTimeCode } from '#libs/kernel';
import type { EpisodeFeed } from './feed-settings.js';
import * as part from './feed-parts.plan.js';
import { cleanTags, findTagProblems } from './tag-records.plan.js';
import { maybeText } from './tag-schema.js';

/** How long a soundbite may be (`feed:P19`). */
export const soundbiteMs = { min: 15_000, max: 120_000 } as const;

/** What the item says with every text cleaned; soundbites in their order in the sound. */
export function cleanEpisodeFeed(feed: EpisodeFeed): EpisodeFeed {
  const { aiContent, blocked } = feed;
  return {
    display: cleanLine(feed.display),
    funding: part.cleanFunding(feed.funding),
    licence: part.cleanLicence(feed.licence),
    places: part.cleanPlaces(feed.places),
    soundbites: feed.soundbites
      .map(({ startMs, durationMs, title }) => ({ startMs, durationMs, title: cleanLine(title) }))
      .sort((a, b) => a.startMs - b.startMs),
    ...{ aiContent, blocked },
    tags: cleanTags(feed.tags),
  };
}

/** What is wrong with it; none: it may be saved. @param soundMs length of the finished sound; null: not known yet. */
export function findEpisodeFeedProblems(feed: EpisodeFeed, soundMs: number | null): FieldProblem[] {
  return [
    ...part.ask(feed.display, maybeText({ max: 32 }), 'display'), // feed:P06
    ...part.findFundingProblems(feed.funding),
    ...part.findLicenceProblems(feed.licence),
    ...part.findPlaceProblems(feed.places),
    ...feed.soundbites.flatMap((bite, i) => findSoundbiteProblems(bite, soundMs, `soundbites.${i}`)),
    ...findTagProblems(feed.tags, 'item'),
  ];
}

/** Whether a soundbite may be in the feed of a sound of this length (`feed:P19`). */
export function isSoundbite({ startMs, durationMs }: EpisodeFeed['soundbites'][number], soundMs: number): boolean {
  const fits = durationMs >= soundbiteMs.min && durationMs <= soundbiteMs.max;
  return fits && startMs >= 0 && startMs + durationMs <= soundMs;
}

function findSoundbiteProblems(
  { startMs, durationMs, title }: EpisodeFeed['soundbites'][number],
  soundMs: number | null,
  path: string,
): FieldProblem[] {
  const isLong = durationMs < soundbiteMs.min || durationMs > soundbiteMs.max;
  const isOutside = soundMs !== null && startMs + durationMs > soundMs;
  return [
    ...part.ask(title, maybeText(), `${path}.title`),
    ...(isLong ? [{ path: `${path}.durationMs`, message: 'error.field.feed.soundbite' }] : []),
    ...(isOutside
      ? [{ path: `${path}.startMs`, message: 'error.field.feed.outside', params: { end: formatTimeCode(soundMs) } }]
      : []),
  ];
}
