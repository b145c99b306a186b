import { join } from 'node:path';
import { LocalStorage } from './local.storage.js';
import { S3Storage } from './s3.storage.js';
import type { Storage } from './storage.js';

/** The storage of an instance: `<data folder>/files`, or the bucket that STORAGE_URL names. */
export function createStorage(config: { storageUrl: string | undefined; dataDir: string }): Storage {
  return config.storageUrl
    ? new S3Storage(config.storageUrl, join(config.dataDir, 'copies'))
    : new LocalStorage(join(config.dataDir, 'files'));
}
