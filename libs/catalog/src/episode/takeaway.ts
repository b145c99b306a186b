/** One of the three to seven things to keep from an episode, with its moment when it has one (`ux:P-21`). */
export interface Takeaway {
  text: string;
  /** Milliseconds of the finished sound; null: of no one moment. */
  atMs: number | null;
}
