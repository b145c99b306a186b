import { Rendition } from '#libs/media';
import type { DataSource } from 'typeorm';
import type { EpisodeCopy } from '../episode/episode-copy.entity.js';

/** The length of the finished sound that a copy plays; null: there is none yet. */
export async function readSoundMs(db: DataSource, { revisionId }: EpisodeCopy): Promise<number | null> {
  if (!revisionId) return null;
  const mp3 = await db.getRepository(Rendition).findOneBy({ revisionId, kind: 'mp3' });
  return mp3?.durationMs ?? null;
}
