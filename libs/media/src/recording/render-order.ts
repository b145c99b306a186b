import type { SoundOrder } from '#libs/ffmpeg';
import type { Revision } from './revision.entity.js';

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

/** A piece of the show's library, as it is played before or after a recording; its own recording is analysed like any other. */
export interface OrderPiece {
  readonly recordingId: string;
  readonly fadeInMs: number;
  readonly fadeOutMs: number;
}

/** Which files are made beside the MP3. Those of pictures only where there are some. */
export interface OrderOutputs {
  readonly opus: boolean;
  readonly m4a: boolean;
  readonly video: boolean;
  readonly hls: boolean;
}

/** What the floor above wants made of a recording: plain values, since media knows neither episodes nor shows. */
export interface RenderOrder {
  readonly recordingId: string;
  readonly sound: SoundOrder;
  readonly intro: OrderPiece | null;
  readonly outro: OrderPiece | null;
  readonly outputs: OrderOutputs;
  readonly tags: OrderTags;
  readonly chapters: readonly OrderChapter[];
  /** Storage key of the cover to put into the file; null: none. */
  readonly coverKey: string | null;
}

/** An order as a revision was made by it: with the revisions whose sound its pieces are. */
export interface StoredOrder extends RenderOrder {
  readonly intro: StoredPiece | null;
  readonly outro: StoredPiece | null;
}

export interface StoredPiece extends OrderPiece {
  readonly revisionId: string;
}

/** The revision that asks: another origin may want other times, as nothing is cut of an `original`. */
export type AskingRevision = Pick<Revision, 'id' | 'number' | 'origin'>;

/** Asked in the plan step, and again whenever the tags, chapters or cover of an unreleased file may have changed. */
export type OrderFor = (recordingId: string, revision: AskingRevision) => Promise<RenderOrder>;
