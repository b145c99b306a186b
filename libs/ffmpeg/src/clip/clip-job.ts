/** A stretch of a finished sound, in milliseconds. */
export interface ClipRange {
  readonly startMs: number;
  readonly endMs: number;
}

/** A place within the frame, in pixels; even numbers. */
export interface ClipBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A still that is shown for a while; the next one follows at once. */
export interface ClipStill {
  /** Absolute path of a PNG. */
  readonly file: string;
  readonly durationMs: number;
}

/** Sound cut out of a finished file. */
export interface AudioClipJob extends ClipRange {
  /** Absolute path of a finished sound or film. */
  readonly source: string;
}

/** A film made of stills and moving sound, or of the episode's own film. All pictures are PNGs of our own. */
export interface VideoClipJob extends AudioClipJob {
  readonly width: number;
  readonly height: number;
  /** Fills the frame. */
  readonly background: string;
  /** Two pictures of one size: the sound before and after it is heard; the second one is uncovered from the left. */
  readonly wave?: ClipBox & { readonly idle: string; readonly played: string };
  /** Where the source's own pictures go, whole, in the middle. */
  readonly film?: ClipBox;
  /** Words over the pictures, one after the other from the begin; with transparency, all of the box's size. */
  readonly captions?: ClipBox & { readonly stills: readonly ClipStill[] };
  /** Fills the frame for a while after the sound. */
  readonly end?: ClipStill;
  /** Absolute path for the list of captions. */
  readonly folder: string;
}
