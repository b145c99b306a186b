import { enclosureKinds, pickEnclosure, Rendition } from '#libs/media';
import { type DataSource, In } from 'typeorm';
import type { EpisodeCopy } from '../episode/episode-copy.entity.js';

/** The length of the finished sound that a copy plays; null: there is none yet. */
export async function readSoundMs(db: DataSource, { revisionId }: EpisodeCopy): Promise<number | null> {
  if (!revisionId) return null;
  const files = await db.getRepository(Rendition).findBy({ revisionId, kind: In([...enclosureKinds]) });
  return pickEnclosure(files)?.durationMs ?? null;
}
