import { withoutBlank } from '../../../feed-fields/blank';
import type { EpisodeFeed, Soundbite } from '../../../feed-fields/feed.types';
import { formatTimeCode, parseTimeCode } from '../chapters/time-code';
import type { BiteRow } from './soundbites-field';

/** What an item says, as it is being edited: soundbites by the times that people type. */
export type FeedValue = Omit<EpisodeFeed, 'soundbites'> & { bites: BiteRow[] };

export function toValue({ soundbites, ...feed }: EpisodeFeed): FeedValue {
  return { ...feed, bites: soundbites.map(toRow) };
}

/** What is sent of the fields that changed; empty lines are not. */
export function toChange(value: FeedValue, changed: readonly string[]): Partial<EpisodeFeed> {
  const { bites, ...feed } = value;
  const picked = Object.fromEntries(
    Object.entries({ ...feed, bites: undefined }).filter(
      ([key, field]) => field !== undefined && changed.includes(key),
    ),
  );
  const soundbites = changed.includes('bites') ? { soundbites: bites.filter(isWritten).map(toBite) } : {};
  return withoutBlank({ ...picked, ...soundbites } as Partial<EpisodeFeed>);
}

export interface BadTime {
  path: string;
  key: 'badTime' | 'backwards';
}

/** The lines whose times cannot be read, and how. */
export function findBadTimes(bites: readonly BiteRow[]): BadTime[] {
  return bites.flatMap((row, i): BadTime[] => {
    if (!isWritten(row)) return [];
    const [from, to] = [parseTimeCode(row.from), parseTimeCode(row.to)];
    if (from === undefined) return [{ path: `soundbites.${i}.startMs`, key: 'badTime' }];
    if (to === undefined) return [{ path: `soundbites.${i}.durationMs`, key: 'badTime' }];
    return to > from ? [] : [{ path: `soundbites.${i}.durationMs`, key: 'backwards' }];
  });
}

const isWritten = ({ from, to, title }: BiteRow) => Boolean(from || to || title);

const toRow = ({ startMs, durationMs, title }: Soundbite): BiteRow => ({
  from: formatTimeCode(startMs),
  to: formatTimeCode(startMs + durationMs),
  title,
});

function toBite({ from, to, title }: BiteRow): Soundbite {
  const startMs = parseTimeCode(from) ?? 0;
  return { startMs, durationMs: (parseTimeCode(to) ?? 0) - startMs, title };
}
