import type { EpisodeView, EventView, ShowView } from '#libs/catalog';
import type { ShareImage } from '../site/share-image.js';

/** A part of a show that can be shown by itself. */
export interface ShowPart {
  /** What the address says: `season=2`, `series=budget`. */
  query: string;
  /** Of a season without a name its number alone is known. */
  season?: number;
  texts: { lang: string; name: string }[];
  /** Released and listed. */
  count: number;
}

export interface ShowPageView {
  show: ShowView;
  /** The episodes of one page, newest first. */
  episodes: EpisodeView[];
  page: number;
  pages: number;
  events: EventView[];
  /** For a first visit, in the producer's order; those that are out. */
  startWith?: EpisodeView[];
  /** Seasons, newest first, then mini-series. */
  parts?: ShowPart[];
  /** Only its episodes are shown. */
  part?: ShowPart;
  /** For where its link is shared; the cover without it. */
  card?: ShareImage;
}
