import { analyse, type Analysis, decodeAnalysis, encodeAnalysis } from '#libs/ffmpeg';
import { EstradeError } from '#libs/kernel';
import type { Storage } from '#libs/storage';
import type { Revision } from '../recording/revision.entity.js';
import type { PipelineDeps } from './pipeline.deps.js';
import { withTracks } from './track-files.js';

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

/** The measurement of a revision that has been measured, made and stored again where it is gone or of an older version. */
export async function readOrMeasure(
  { storage, ffmpeg }: Pick<PipelineDeps, 'storage' | 'ffmpeg'>,
  revision: Revision,
  signal: AbortSignal,
): Promise<Analysis> {
  const { analysisKey } = revision;
  const stored = await readAnalysis(storage, analysisKey);
  if (stored) return stored;
  const analysis = await withTracks(storage, revision, (tracks) => analyse(ffmpeg, tracks, { signal }));
  if (analysisKey) await storage.put(analysisKey, encodeAnalysis(analysis));
  return analysis;
}
