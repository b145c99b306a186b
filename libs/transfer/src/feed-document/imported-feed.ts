import type { FeedReference, Funding, Licence, Medium, Place, TagRecord } from '#libs/catalog';

/** Something about a feed that a producer should know; the sentence is the catalogue's, `import.problem.<code>`. */
export interface FeedProblem {
  readonly code: ProblemCode;
  readonly params: Readonly<Record<string, string | number>>;
}

export const problemCodes = [
  'BROKEN_XML',
  'CUT_OFF',
  'ITEMS_CAPPED',
  'ENCODING_UNKNOWN',
  'ENCODING_DAMAGED',
  'FORBIDDEN_CHARACTERS',
  'TEXT_CUT',
  'NO_TITLE',
  'NO_GUID',
  'GUID_TWICE',
  'NO_DATE',
  'BAD_DATE',
  'NO_ENCLOSURE',
  'BAD_ENCLOSURE',
  'KIND_UNKNOWN',
  'LENGTH_WRONG',
  'SIZE_DIFFERS',
  'UNREACHABLE',
  'HTTP_MEDIA',
  'RELATIVE_ADDRESS',
  'LANGUAGE_UNKNOWN',
  'CATEGORY_UNKNOWN',
  'TAG_INVALID',
  'PAGES_CYCLIC',
  'PAGES_CAPPED',
  'PAGE_FAILED',
  'NO_COVER',
  'COVER_UNFIT',
  'PICTURE_UNFIT',
  'CHAPTERS_FAILED',
  'TRANSCRIPT_FAILED',
  'PERSONS_CUT',
  'MOVED_ELSEWHERE',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

export interface ImportedPerson {
  readonly name: string;
  /** In lower case; `host` where the feed does not say. */
  readonly role: string;
  /** In lower case; `cast` where the feed does not say. */
  readonly group: string;
  readonly href: string;
  readonly img: string;
}

export interface ImportedEnclosure {
  /** Absolute, http or https. */
  readonly url: string;
  /** Null: not said, or not believable (−1, 10^18, letters). */
  readonly bytes: number | null;
  readonly type: string;
}

export interface ImportedTranscript {
  readonly url: string;
  readonly type: string;
  readonly language: string;
}

export interface ImportedChapter {
  readonly startMs: number;
  readonly title: string;
  readonly url: string;
}

/** What a channel and an item may both say. */
interface Common {
  readonly funding: Funding[];
  readonly licence: Licence | null;
  readonly places: Place[];
  readonly aiContent: boolean | null;
  readonly blocked: boolean;
  readonly persons: ImportedPerson[];
  /** Tags of the podcast namespace without a field of their own. */
  readonly tags: TagRecord[];
}

/** A show as its feed describes it: every text cleaned, every address absolute or empty. */
export interface ImportedChannel extends Common {
  readonly title: string;
  /** Plain text. */
  readonly description: string;
  readonly link: string;
  /** `fr` or `fr-CA`; empty: not said, or no known language. */
  readonly language: string;
  readonly author: string;
  readonly ownerEmail: string;
  readonly copyright: string;
  readonly imageUrl: string;
  /** The first of Apple's categories; empty: none that Apple has. */
  readonly category: string;
  readonly subcategory: string;
  readonly explicit: boolean;
  readonly type: 'episodic' | 'serial';
  readonly complete: boolean;
  /** podcast:guid, a UUID; empty: none. */
  readonly guid: string;
  /** The owner asks that nobody else imports it (podcast:locked). */
  readonly locked: boolean;
  /** Whom to ask about that; an e-mail address, or empty. */
  readonly lockOwner: string;
  readonly medium: Medium;
  readonly updateFrequency: { text: string; rrule: string; startsAt: string } | null;
  readonly verify: { purpose: string; text: string }[];
  readonly podroll: FeedReference[];
  readonly publisher: FeedReference | null;
  /** itunes:new-feed-url. */
  readonly newFeedUrl: string;
  readonly generator: string;
}

/** An item as its feed describes it. `html` is not safe yet: it goes through `toNotes` before it is kept. */
export interface ImportedItem extends Common {
  /** Byte for byte but for white space at its ends (`feed:I07`, `feed:X06`). */
  readonly guid: string;
  /** Where the guid comes from when the feed has none. */
  readonly guidFrom: 'feed' | 'enclosure' | 'link' | 'title';
  readonly title: string;
  readonly link: string;
  /** ISO 8601; null: none that can be believed. */
  readonly publishedAt: string | null;
  readonly summary: string;
  readonly html: string;
  readonly enclosure: ImportedEnclosure | null;
  readonly durationMs: number | null;
  readonly number: number | null;
  readonly season: number | null;
  /** Empty: none. */
  readonly seasonName: string;
  /** How the number is shown; empty: as it is. */
  readonly display: string;
  readonly type: 'full' | 'trailer' | 'bonus';
  /** Null: as the channel. */
  readonly explicit: boolean | null;
  readonly imageUrl: string;
  readonly keywords: string[];
  /** Written into the feed itself (Podlove). */
  readonly chapters: ImportedChapter[];
  /** Of a file of chapters beside the feed. */
  readonly chaptersUrl: string;
  readonly transcripts: ImportedTranscript[];
  readonly soundbites: { startMs: number; durationMs: number; title: string }[];
  readonly problems: FeedProblem[];
}

/** What becomes of a tag: its own field; kept as it is; made anew by us; or not taken over. */
export type TagFate = 'field' | 'kept' | 'made' | 'lost';

/** How often a tag stands in the feed, by its name with the usual prefix. */
export interface TagCount {
  readonly name: string;
  readonly of: 'channel' | 'item';
  readonly count: number;
  readonly fate: TagFate;
}
