import { join } from 'node:path';
import { LocalStorage } from './local.storage.js';
import type { Storage } from './storage.js';

/**
 * The storage of an instance: `<data folder>/files`, or the bucket that STORAGE_URL names. The S3 client is
 * loaded only where a bucket is named: it costs each process a fifth of its start and 10 MB.
 */
export async function createStorage(config: { storageUrl: string | undefined; dataDir: string }): Promise<Storage> {
  if (!config.storageUrl) return new LocalStorage(join(config.dataDir, 'files'));
  const { S3Storage } = await import('./s3.storage.js');
  return new S3Storage(config.storageUrl, join(config.dataDir, 'copies'));
}
