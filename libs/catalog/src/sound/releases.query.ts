import { Rendition, type RenditionKind } from '#libs/media';
import { type DataSource, type EntityManager, In } from 'typeorm';
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
  const [episode]: { recordingId: string | null }[] = await db.query(
    `select recording_id as "recordingId" from episodes where id = $1`,
    [episodeId],
  );
  const sounds = await readReleasedSounds(db, [episode?.recordingId ?? []].flat());
  if (sounds.length === 0) return [];
  const files = await db.getRepository(Rendition).findBy({ revisionId: In(sounds.map(({ id }) => id)) });
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
