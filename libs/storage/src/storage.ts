import type { Readable } from 'node:stream';

export interface StoredFile {
  bytes: number;
  modifiedAt: Date;
}

export interface ListedFile extends StoredFile {
  key: string;
}

/**
 * Files by key, whatever holds them; the same contract test runs on every kind. A key is made of segments of
 * letters, digits, `.`, `_`, `-` joined by `/`; another one is refused with `STORAGE_KEY`. What was put is
 * there wholly or not at all. A full disk is `DISK_FULL` (507), a missing file `FILE_MISSING` (404).
 */
export interface Storage {
  readonly kind: 'local' | 's3';
  /** Stores bytes or a stream under a key, in place of what was there. */
  put(key: string, body: Uint8Array | Readable): Promise<void>;
  /** Stores a finished file. Its bytes must not be changed afterwards (locally it may be linked, not copied); removing it is fine. */
  putFile(key: string, path: string): Promise<void>;
  /** Undefined when there is none. */
  stat(key: string): Promise<StoredFile | undefined>;
  exists(key: string): Promise<boolean>;
  read(key: string): Promise<Readable>;
  /** Both ends are included, as in the header `Range: bytes=start-end`; an end past the file's is cut. */
  readRange(key: string, start: number, end: number): Promise<Readable>;
  /** For small files. */
  readBytes(key: string): Promise<Buffer>;
  /** A missing file is fine. */
  delete(key: string): Promise<void>;
  /** All files whose key begins with the prefix, in any order. */
  list(prefix?: string): AsyncIterable<ListedFile>;
  /** Where the file lies on this machine; undefined when it lies elsewhere. It need not exist. */
  localPath(key: string): string | undefined;
  /** Runs work on the file by a path, for programs that need one: the file itself, or a copy that goes afterwards. */
  withLocalFile<T>(key: string, work: (path: string) => Promise<T>): Promise<T>;
  /** Resolves when a file could be written at this moment (readiness); makes the folder or bucket first if it is missing. */
  check(): Promise<void>;
  /** Removes what interrupted writes from before a moment have left. */
  sweep(before: Date): Promise<void>;
  /** Bytes that can still be written; undefined when nobody knows. */
  freeBytes(): Promise<number | undefined>;
}
