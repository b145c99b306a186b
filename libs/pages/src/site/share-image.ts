/** The picture that stands for a page where its link is shared; `url` absolute, `alt` in the page's language. */
export interface ShareImage {
  url: string;
  /** Pixels. */
  width: number;
  height: number;
  alt: string;
}
