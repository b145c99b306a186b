import { readRows } from '#libs/database';
import { Rendition, type RenditionKind } from '#libs/media';
import type { DataSource, EntityManager } from 'typeorm';
import type { FileView } from '../episode/episode.view.js';
import { readReleasedSounds } from './revision-sound.js';

/** What listeners once got of an episode: its files by their revision's number. */
export interface ReleaseView {
  number: number;
  /** When another one took its place; null: it is the present one. */
  replacedAt: Date | null;
  files: (FileView & { kind: RenditionKind })[];
}

/** Every release of an episode's recording, oldest first. */
export async function readReleases(db: DataSource | EntityManager, episodeId: string): Promise<ReleaseView[]> {
  const sounds = await readReleasedSounds(db, episodeId);
  if (sounds.length === 0) return [];
  const parameters = [sounds.map(({ id }) => id)];
  const files = await readRows(db, Rendition, { where: 'revision_id = any($1)', parameters });
  return sounds.map(({ id, number, replacedAt }) => ({
    number,
    replacedAt,
    files: files
      .filter(({ revisionId }) => revisionId === id)
      .map(({ kind, key, mime, bytes, durationMs, bitrate, sha256 }) => ({
        ...{ kind, key, mime, bytes, durationMs, bitrate, sha256 },
      })),
  }));
}
