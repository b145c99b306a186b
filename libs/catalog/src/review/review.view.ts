import type { ClipUses, ClipView } from '../clip/clip.view.js';
import type { FileView } from '../episode/episode.view.js';
import type { QuoteText } from '../quote/quote.entity.js';
import type { QuoteUses } from '../quote/quote.view.js';
import type { SilenceRule } from './silence.plan.js';

/** A quote as its guest is asked about it. */
export interface ReviewQuote {
  id: string;
  version: number;
  startMs: number;
  endMs: number;
  language: string;
  original: string;
  texts: QuoteText[];
  scope: Partial<QuoteUses>;
  isStale: boolean;
}

/** A clip as one of those who are heard in it is asked about it. */
export interface ReviewClip {
  id: string;
  startMs: number;
  endMs: number;
  language: string;
  titles: ClipView['texts'];
  /** What is said in it; empty without a transcript. */
  text: string;
  answer: 'open' | 'approved' | 'refused';
  /** Others who have to agree too, by name (`ux:K-23`). */
  others: string[];
  scope: Partial<ClipUses>;
  isStale: boolean;
}

/** The finished sound that listeners hear, or are to hear. */
export interface ReviewSound {
  revisionId: string;
  file: FileView;
}

/** What waits for one guest, with the rules of the house. */
export interface GuestReview {
  episodeId: string;
  showId: string;
  /** `none`: the show asks nobody, and says so (`ux:K-22`). */
  approval: 'ask' | 'none';
  deadlineAt: Date | null;
  /** What silence means for this guest, with their consents counted in (`ux:K-21`). */
  silence: SilenceRule;
  isReleased: boolean;
  quotes: ReviewQuote[];
  clips: ReviewClip[];
  /** How many of them are not answered. */
  open: number;
  /** What plays them. */
  sound: ReviewSound | null;
}
