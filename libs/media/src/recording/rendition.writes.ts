import { newId } from '#libs/kernel';
import type { EntityManager } from 'typeorm';
import { Rendition } from './rendition.entity.js';

export type RenditionGiven = Pick<Rendition, 'kind' | 'key' | 'mime' | 'bytes' | 'durationMs' | 'bitrate' | 'sha256'>;

/** Gives a revision a file, in place of one of the same kind. */
export async function addRendition(
  manager: EntityManager,
  revisionId: string,
  { kind, key, mime, bytes, durationMs, bitrate, sha256 }: RenditionGiven,
  now: Date,
): Promise<void> {
  await manager.delete(Rendition, { revisionId, kind });
  const id = newId(now.getTime());
  await manager.insert(Rendition, { id, revisionId, kind, key, mime, bytes, durationMs, bitrate, sha256 });
}

/** Whether a file belongs to any revision; one that was taken over belongs to several. */
export function isInUse(manager: EntityManager, key: string): Promise<boolean> {
  return manager.existsBy(Rendition, { key });
}
