import type { Probe } from '#libs/ffmpeg';

/** A further file of a recording, such as the second microphone: it sounds together with the original. Plain JSON on the row. */
export interface RecordingTrack {
  /** Storage key of the file as it was sent, which stays like every original. */
  readonly key: string;
  readonly name: string;
  /** Null until it has been looked at. */
  readonly probe: Probe | null;
  /** Silence before it begins. */
  readonly delayMs: number;
  /** Beside the original, found by the analysis; null before. */
  readonly gainDb: number | null;
}
