import type { FeedEncoding, StoredFeed, StoredFeedLookup } from '#libs/feeds';
import { type FeedAnswer, toAnswers } from './feed-answer.js';

export type Answers = Record<FeedEncoding, FeedAnswer>;

export interface FoundFeed {
  kind: 'found';
  answers: Answers;
  /** The page for people. */
  pageUrl: string | null;
  movedTo: string | null;
}

export type FeedState = FoundFeed | { kind: 'gone' } | { kind: 'missing' };

/** What is known of one feed, or of one page of it. */
export interface Entry {
  state: FeedState;
  /** What takes its place, the earliest first. */
  planned: { from: number; state: FoundFeed }[];
  /** When the first of them does, in milliseconds; Infinity: never. */
  nextAt: number;
  /** Of the row, to see whether anything has changed since. */
  stamp: string;
  isStale: boolean;
}

/** An entry from what was read. The same version keeps its answers, so that its bodies need not be read again. */
export function toEntry(found: StoredFeedLookup, self: string, known: Entry | undefined): Entry {
  const { stamp } = found;
  if (found.kind !== 'found')
    return { state: { kind: found.kind }, planned: [], nextAt: Infinity, stamp, isStale: false };
  const before = known ? answersOf(known) : [];
  const toState = (version: StoredFeed['current']): FoundFeed => {
    const fresh = toAnswers(version, { self, hubs: found.hubs });
    const same = before.find((answers) => answers.identity.versionId === version.versionId);
    return {
      kind: 'found',
      answers: same && isSame(same, fresh) ? same : fresh,
      pageUrl: found.pageUrl,
      movedTo: found.movedTo,
    };
  };
  const planned = found.planned.map((version) => ({ from: version.validFrom.getTime(), state: toState(version) }));
  return { state: toState(found.current), planned, nextAt: planned[0]?.from ?? Infinity, stamp, isStale: false };
}

/** Puts in place what has become due by `now`; true when it did. */
export function advance(entry: Entry, now: number): boolean {
  if (entry.nextAt > now) return false;
  for (let next = entry.planned[0]; next && next.from <= now; next = entry.planned[0]) {
    entry.state = next.state;
    entry.planned.shift();
  }
  entry.nextAt = entry.planned[0]?.from ?? Infinity;
  return true;
}

/** Everything of an entry that may hold bodies. */
export function answersOf({ state, planned }: Entry): Answers[] {
  return [state, ...planned.map((each) => each.state)].flatMap((each) => (each.kind === 'found' ? [each.answers] : []));
}

/** The links may be others. */
function isSame(a: Answers, b: Answers): boolean {
  return a.identity.headers.join('\n') === b.identity.headers.join('\n');
}
