import { mkdtemp, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

/**
 * Does something with a hidden folder beside `output`, on the same disk, so that what is made there can be renamed
 * to its place in one step. The folder is gone afterwards, whatever happened.
 */
export async function besideOutput<T>(output: string, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(dirname(resolve(output)), '.estrade-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
