import type { WorkState } from '#libs/media';

/** A piece of a show's library as its producers see it. */
export interface PieceView {
  id: string;
  name: string;
  licence: string;
  recordingId: string;
  /** How far it is: it can be played out once it is done. */
  state: WorkState;
  /** Null until it has been measured. */
  durationMs: number | null;
  /** Of the newest finished sound; null until there is one. */
  revisionId: string | null;
}
