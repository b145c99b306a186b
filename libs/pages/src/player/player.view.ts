import type { ChapterView, TimeLinks } from '#libs/catalog';
import type { Highlight } from './highlights.plan.js';
import type { Reader } from '../site/site.js';

/** A film to be shown instead of the sound alone. All are paths on this site. */
export interface Film {
  source: string;
  poster?: string;
  captions: readonly Caption[];
}

/** A text track of a film (`ux:V-09`). */
export interface Caption {
  source: string;
  lang: string;
  label: string;
}

/** What a player plays, and what it shows of it. */
export interface PlayerView {
  reader: Reader;
  episodeId: string;
  title: string;
  titleLang: string;
  /** Who speaks, or the show: the artist's line of the system's own controls. */
  artist: string;
  /** Path of a square picture for the system's media controls. */
  artwork: string | undefined;
  /** Path of the published file. */
  source: string;
  film?: Film;
  durationMs: number;
  /** Seconds: where it begins, also without any script (`?t=`); 0: at the begin. */
  startAt: number;
  /** Seconds: where the passage that was linked to ends. */
  endAt?: number;
  timeLinks: TimeLinks | null;
  peaks: readonly number[];
  chapters: readonly ChapterView[];
  /** Spoken language, which is also the chapters'. */
  language: string;
  startHereMs: number | null;
  highlights: readonly Highlight[];
}
