import type { SilenceRule } from '#libs/catalog';

/** One wording of a quote, and what the guest said of it. */
export interface ReviewWording {
  lang: string;
  text: string;
  isTranslation: boolean;
  answer: 'open' | 'approved' | 'changed' | 'refused';
  /** A touch-up that waits for the producer (`ux:K-19`). */
  isFlagged: boolean;
  isSilent: boolean;
  /** What was proposed, where the guest has touched it up. */
  before: string;
}

interface ReviewItem {
  id: string;
  startMs: number;
  endMs: number;
  /** Spoken language. */
  language: string;
  /** The sound between was changed: its producer looks first. */
  isStale: boolean;
  /** What it may be used for; a name that is missing is allowed. */
  scope: Readonly<Partial<Record<ReviewScope, boolean>>>;
}

export type ReviewScope = 'page' | 'image' | 'text' | 'kit' | 'feed';

export interface ReviewQuoteView extends ReviewItem {
  version: number;
  /** As spoken. */
  original: string;
  wordings: ReviewWording[];
}

export interface ReviewClipView extends ReviewItem {
  titles: { lang: string; title: string }[];
  text: string;
  answer: 'open' | 'approved' | 'refused';
  /** Who else has to agree (`ux:K-23`). */
  others: string[];
}

/** What one guest is asked about (`ux` 2.8). */
export interface ReviewPageView {
  approval: 'ask' | 'none';
  deadlineAt: Date | null;
  isPast: boolean;
  timeZone: string;
  silence: SilenceRule;
  quotes: ReviewQuoteView[];
  clips: ReviewClipView[];
  open: number;
  /** Path of the finished sound; empty: there is none yet. */
  sound: string;
  /** The item that was saved just now. */
  saved?: string;
  /** The item whose answer could not be taken, and why. */
  wrong?: { id: string; message: string };
}
