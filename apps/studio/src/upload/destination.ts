import type { Show } from '../api/types';
import type { Target } from './choose-file';

/** Where a file goes on to: a show, a question, a first show to be made, nowhere; `unknown` until the shows are here. */
export type Destination = { kind: 'show'; showId: string } | { kind: 'ask' | 'first-show' | 'nowhere' | 'unknown' };

/** A moderator's shows take no files; of several shows the producer chooses, unless the place says which. */
export function toDestination({ showId }: Target, shows: readonly Show[] | undefined): Destination {
  if (showId) return { kind: 'show', showId };
  if (!shows) return { kind: 'unknown' };
  const [first, ...others] = takingFiles(shows);
  if (first) return others.length > 0 ? { kind: 'ask' } : { kind: 'show', showId: first.id };
  return { kind: shows.length > 0 ? 'nowhere' : 'first-show' };
}

export const takingFiles = (shows: readonly Show[]): Show[] => shows.filter((show) => show.role !== 'moderator');
