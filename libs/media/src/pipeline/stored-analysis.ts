import { type Analysis, decodeAnalysis } from '#libs/ffmpeg';
import { EstradeError } from '#libs/kernel';
import type { Storage } from '#libs/storage';

/** Null when it is gone or unreadable: it can be made again from the original. */
export async function readAnalysis(storage: Storage, key: string | null): Promise<Analysis | null> {
  if (!key || !(await storage.exists(key))) return null;
  try {
    return decodeAnalysis(await storage.readBytes(key));
  } catch (error) {
    if (error instanceof EstradeError && error.code === 'ANALYSIS_UNREADABLE') return null;
    throw error;
  }
}
