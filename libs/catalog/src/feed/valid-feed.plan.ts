import type { FieldProblem } from '#libs/kernel';
import { cleanEpisodeFeed, findEpisodeFeedProblems } from './episode-feed.plan.js';
import { type EpisodeFeed, type ShowFeed, usualEpisodeFeed, usualShowFeed } from './feed-settings.js';
import { cleanShowFeed, findShowFeedProblems } from './show-feed.plan.js';

/**
 * Settings as a feed may say them: what today's rules would refuse (an old row, something brought along) is left out by
 * the entry, so that nothing stored can break a feed.
 */
export function toValidShowFeed(feed: ShowFeed): ShowFeed {
  const clean = cleanShowFeed(feed);
  return without(clean, findShowFeedProblems(clean), usualShowFeed);
}

/** The same of an item. Soundbites that the sound no longer has are left out: it may have been cut since (`feed:P19`). */
export function toValidEpisodeFeed(feed: EpisodeFeed, soundMs: number): EpisodeFeed {
  const clean = cleanEpisodeFeed(feed);
  return without(clean, findEpisodeFeedProblems(clean, soundMs), usualEpisodeFeed);
}

/** A list loses the entries that a problem names; any other field goes back to what is usual. */
function without<F extends object>(feed: F, problems: readonly FieldProblem[], usual: F): F {
  if (problems.length === 0) return feed;
  const kept = { ...feed };
  for (const field of new Set(problems.map(({ path }) => path.split('.')[0] as keyof F))) {
    const wrong = new Set(
      problems.flatMap(({ path }) => (path.startsWith(`${String(field)}.`) ? path.split('.')[1] : [])),
    );
    const value = feed[field];
    const isListed = Array.isArray(value) && !problems.some(({ path }) => path === field);
    kept[field] = isListed ? (value.filter((_, i) => !wrong.has(String(i))) as F[keyof F]) : usual[field];
  }
  return kept;
}
