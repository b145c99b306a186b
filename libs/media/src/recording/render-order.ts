/** A chapter as it goes into the file. */
export interface OrderChapter {
  readonly startMs: number;
  readonly title: string;
}

/** Tags as they go into the file. */
export interface OrderTags {
  readonly title: string;
  readonly artist: string;
  readonly album: string;
  /** `2026-05-12`. */
  readonly date: string;
  readonly track?: string;
  readonly language?: string;
  readonly publisher?: string;
  readonly comment?: string;
}

/** What the floor above wants made of a recording: plain values, since media knows neither episodes nor shows. */
export interface RenderOrder {
  readonly recordingId: string;
  /** As heard: a mono file counts as dual mono. Usually -16. */
  readonly targetLufs: number;
  readonly preset: 'speech';
  readonly tags: OrderTags;
  readonly chapters: readonly OrderChapter[];
  /** Storage key of the cover to put into the file; null: none. */
  readonly coverKey: string | null;
}

/** Asked in the plan step, and again whenever the tags, chapters or cover of an unreleased file may have changed. */
export type OrderFor = (recordingId: string) => Promise<RenderOrder>;
