import type { Readable } from 'node:stream';

/** One file of an archive. Its content is asked for when it is its turn, so that one file at a time is open or in memory. */
export interface ArchiveFile {
  /** `media/2026-05-12-title/1/show.mp3` */
  path: string;
  /** What unpacking tools give it as its time: when what it says was released. */
  at: Date;
  /** Known beforehand of a stored file, which is not compressed again; undefined of a text. */
  bytes?: number;
  content(): Promise<Readable | Uint8Array | string>;
}

/** A file as the archive's own list has it. */
export interface ArchiveSum {
  path: string;
  bytes: number;
  /** Hex. */
  sha256: string;
}
