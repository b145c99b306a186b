/** A tag as it was last written. */
export interface TagView {
  slug: string;
  name: string;
  /** Released episodes that bear it. */
  count: number;
}
