export { type ByteRange, parseRange } from './byte-range.js';
export { createStorage } from './create-storage.js';
export { DiskFull, FileMissing } from './error.js';
export { readFreeBytes } from './local.storage.js';
export type { ListedFile, Storage, StoredFile } from './storage.js';
