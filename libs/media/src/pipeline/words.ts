import { mux } from '#libs/ffmpeg';
import { newId } from '#libs/kernel';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { RenderOrder } from '../recording/render-order.js';
import type { Rendition } from '../recording/rendition.entity.js';
import { hashFile } from '../upload/hash.js';
import type { PipelineDeps } from './pipeline.deps.js';

/** A file as its rendition's row names it. */
export type NewFile = Pick<Rendition, 'key' | 'bytes' | 'sha256'>;

/**
 * Stores a copy of an MP3 that says what an order wants, its sound untouched. Never under a key that was used before:
 * whoever deletes the old one cannot meet it again (`feed:N06`).
 */
export async function copyWithWords(
  deps: PipelineDeps,
  revisionId: string,
  { key: from, durationMs }: Pick<Rendition, 'key' | 'durationMs'>,
  order: Pick<RenderOrder, 'tags' | 'chapters' | 'coverKey'>,
  signal: AbortSignal,
): Promise<NewFile> {
  const id = newId(deps.clock.now().getTime());
  return deps.folders.use(`${revisionId}-tag-${id}`, async (folder) => {
    const output = join(folder, 'final.mp3');
    const { tags, chapters } = order;
    await deps.storage.withLocalFile(from, (file) =>
      withCover(deps, order, (coverFile) =>
        mux(deps.ffmpeg, { file, durationMs, tags, chapters, coverFile, output }, { signal }),
      ),
    );
    return keepFile(deps, output, `mp3/${revisionId}-${id}.mp3`);
  });
}

/** Stores a finished file under a key and measures what its row has to say. */
export async function keepFile({ storage }: PipelineDeps, path: string, key: string): Promise<NewFile> {
  const { size: bytes } = await stat(path);
  const sha256 = (await hashFile(path)).digest('hex');
  await storage.putFile(key, path);
  return { key, bytes, sha256 };
}

/** A cover that has gone since the order was written is left out rather than fail the sound. */
export async function withCover<T>(
  { storage }: Pick<PipelineDeps, 'storage'>,
  { coverKey }: Pick<RenderOrder, 'coverKey'>,
  work: (coverFile: string | undefined) => Promise<T>,
): Promise<T> {
  if (!coverKey || !(await storage.exists(coverKey))) return work(undefined);
  return storage.withLocalFile(coverKey, work);
}
