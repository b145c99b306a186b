import type { EpisodeView } from '#libs/catalog';
import type { PassageKind } from '../passage/passage.entity.js';
import type { Piece } from './marks.plan.js';

/** What narrows a search down: the address segments of a show, a guest and an event, a spoken language, a year. */
export interface SearchFilters {
  language?: string;
  show?: string;
  guest?: string;
  event?: string;
  year?: string;
}

export const filterNames = ['show', 'guest', 'event', 'language', 'year'] as const;
export type FilterName = (typeof filterNames)[number];

/** A sentence in which something was found. */
export interface Moment {
  kind: PassageKind;
  /** Of the text: a translation's is not the recording's. */
  lang: string;
  /** Milliseconds of the sound that is heard; null: no moment. */
  startMs: number | null;
  speaker: string;
  pieces: Piece[];
}

/** An episode in which something was found. */
export interface Found {
  episode: EpisodeView;
  /** The words to be marked in its title. */
  hits: ReadonlySet<string>;
  /** At most three, the best first; empty when only the title says it. */
  moments: Moment[];
  /** Moments in all. */
  count: number;
}

/** A value by which the result can be narrowed down. */
export interface Choice {
  value: string;
  /** A name; a language or a year stands for itself. */
  name: string;
  count: number;
}

export interface SearchResult {
  items: Found[];
  total: number;
  page: number;
  pages: number;
  /** Nothing says all the words at once; these episodes say each of them somewhere. */
  isLoose: boolean;
  /** Only words that are in every sentence: nothing can be found by them. */
  isEmptyQuestion: boolean;
  choices: Record<FilterName, Choice[]>;
}
