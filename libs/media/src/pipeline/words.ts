import { mux } from '#libs/ffmpeg';
import { newId } from '#libs/kernel';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileKinds, type SoundKind } from '../recording/file-kinds.js';
import type { RenderOrder } from '../recording/render-order.js';
import type { Rendition } from '../recording/rendition.entity.js';
import { hashFile } from '../upload/hash.js';
import type { PipelineDeps } from './pipeline.deps.js';

/** What a file says of itself. */
export type Words = Pick<RenderOrder, 'tags' | 'chapters' | 'coverKey'>;

/** A file as its rendition's row names it. */
export type NewFile = Pick<Rendition, 'key' | 'bytes' | 'sha256'>;

/** A stored sound file. */
export type SoundFile = Pick<Rendition, 'key' | 'durationMs'> & { readonly kind: SoundKind };

/**
 * Stores a copy of a sound file that says what an order wants, its sound untouched. Never under a key that was used
 * before: whoever deletes the old one cannot meet it again (`feed:N06`).
 */
export async function copyWithWords(
  deps: PipelineDeps,
  revisionId: string,
  { key, kind, durationMs }: SoundFile,
  words: Words,
  signal: AbortSignal,
): Promise<NewFile> {
  const id = newId(deps.clock.now().getTime());
  const { ending } = fileKinds[kind];
  return deps.folders.use(`${revisionId}-tag-${id}`, async (folder) => {
    const output = join(folder, `final.${ending}`);
    await deps.storage.withLocalFile(key, (file) => giveWords(deps, { file, kind, durationMs, output }, words, signal));
    return keepFile(deps, output, `${kind}/${revisionId}-${id}.${ending}`);
  });
}

/** Writes a copy of a local file with tags, chapters and cover. A cover that has gone since is left out rather than fail the sound. */
export async function giveWords(
  { ffmpeg, storage }: Pick<PipelineDeps, 'ffmpeg' | 'storage'>,
  job: { readonly file: string; readonly kind: SoundKind; readonly durationMs: number; readonly output: string },
  { tags, chapters, coverKey }: Words,
  signal: AbortSignal,
): Promise<void> {
  const write = (coverFile?: string) => mux(ffmpeg, { ...job, tags, chapters, coverFile }, { signal });
  if (coverKey && (await storage.exists(coverKey))) await storage.withLocalFile(coverKey, write);
  else await write();
}

/** Stores a finished file under a key and measures what its row has to say. */
export async function keepFile(
  { storage }: Pick<PipelineDeps, 'storage'>,
  path: string,
  key: string,
): Promise<NewFile> {
  const { size: bytes } = await stat(path);
  const sha256 = (await hashFile(path)).digest('hex');
  await storage.putFile(key, path);
  return { key, bytes, sha256 };
}
