/** A mini-series as its readers see it. */
export interface SeriesView {
  id: string;
  showId: string;
  slug: string;
  /** How many parts it is to have; null: not said. */
  parts: number | null;
  texts: { lang: string; name: string; description: string }[];
}
