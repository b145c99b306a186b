import type { FeedProblem, TagCount } from '../feed-document/imported-feed.js';

/** How many of which problem, with the titles of the first items that have it. */
export interface ProblemCount {
  readonly code: FeedProblem['code'];
  readonly params: FeedProblem['params'];
  readonly count: number;
  readonly titles: string[];
}

/** What a look at a feed found: what would be made of it, what is kept, and what is not. Nothing has been made yet. */
export interface ImportReport {
  readonly pages: number;
  /** Where the feed was found in the end. */
  readonly finalUrl: string;
  readonly items: number;
  /** Items that will become episodes. */
  readonly toMake: number;
  /** Items that are here already. */
  readonly known: number;
  /** Items that cannot be made: without a file, twice in the feed. */
  readonly leftOut: number;
  readonly guidsKept: number;
  readonly guidsMade: number;
  /** Bytes of all files, as far as the feed says. */
  readonly bytes: number;
  readonly bytesUnknown: number;
  readonly durationMs: number;
  readonly firstAt: string | null;
  readonly lastAt: string | null;
  /** Files that were looked at, and how many answered and had the size that the feed says. */
  readonly sampled: number;
  readonly reachable: number;
  readonly sizesEqual: number;
  readonly takesRanges: number;
  readonly counts: {
    readonly chapters: number;
    readonly transcripts: number;
    readonly persons: number;
    readonly seasons: number;
    readonly covers: number;
  };
  readonly tags: TagCount[];
  readonly problems: ProblemCount[];
}
