import type { EpisodeView } from '#libs/catalog';

/** What a search may be narrowed down by, in the order of the page. */
export const searchFilters = ['show', 'guest', 'event', 'language', 'year'] as const;
export type SearchFilter = (typeof searchFilters)[number];
export type MomentKind = 'title' | 'person' | 'tag' | 'takeaway' | 'chapter' | 'summary' | 'notes' | 'transcript';

/** A text in pieces, some of them found. */
export interface SearchPiece {
  text: string;
  isHit: boolean;
}

export interface SearchMoment {
  kind: MomentKind;
  /** Of the text. */
  lang: string;
  startMs: number | null;
  speaker: string;
  pieces: SearchPiece[];
}

export interface SearchItem {
  episode: EpisodeView;
  /** The title that the page shows, in its pieces. */
  title: { lang: string; pieces: SearchPiece[] };
  /** The show's name. */
  from?: { label: string; lang: string };
  zone: string;
  moments: SearchMoment[];
  /** Places in all. */
  count: number;
}

export interface SearchChoice {
  value: string;
  name: string;
  count: number;
}

export interface SearchPageView {
  /** As it was typed, at most 200 characters. */
  q: string;
  filters: Partial<Record<SearchFilter, string>>;
  /** Undefined: nothing was asked yet. */
  result?: {
    items: SearchItem[];
    total: number;
    page: number;
    pages: number;
    isLoose: boolean;
    isEmptyQuestion: boolean;
    choices: Record<SearchFilter, SearchChoice[]>;
  };
  /** Too many searches at once; try again after so many seconds. */
  waitSeconds?: number;
}
