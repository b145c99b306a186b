import { type Actor } from '#libs/kernel';
import { Revision } from '#libs/media';
import type { DataSource } from 'typeorm';
import { loadEpisode, loadWorking } from '../episode/episode-rows.js';
import { requireSeeEpisode } from '../episode/episode.policy.js';
import { shiftChapters } from '../sound/chapter-shift.plan.js';
import { readSounds } from '../sound/revision-sound.js';
import { type ImportedChapters, toSaveable } from './import-chapters.plan.js';

/** The chapters that the file which was sent has inside (ID3, MP4, Matroska). */
export class FileChaptersQuery {
  constructor(private readonly db: DataSource) {}

  /** In the time of the sound that the working copy plays; those of parts that are cut out are left out. */
  async get(actor: Actor, showId: string, episodeId: string): Promise<ImportedChapters> {
    requireSeeEpisode(actor, showId);
    await loadEpisode(this.db, showId, episodeId);
    const { revisionId } = await loadWorking(this.db, episodeId);
    const revision = revisionId && (await this.db.getRepository(Revision).findOneBy({ id: revisionId }));
    const found = revision ? ((revision.probe as Probed | null)?.chapters ?? []) : [];
    if (!revision || found.length === 0) return { format: 'file', chapters: [], problems: [], lost: [] };
    const { time } = (await readSounds(this.db, [revision.id])).get(revision.id)!;
    const timed = found.map(({ startMs, title }) => ({ startMs, title, url: '', anchor: null }));
    const chapters = shiftChapters(timed, [], null, time).chapters.map(({ startMs, title, url }) => ({
      ...{ startMs, title, url },
    }));
    return { format: 'file', ...toSaveable({ chapters, problems: [], lost: [] }) };
  }
}

interface Probed {
  chapters?: readonly { startMs: number; title: string }[];
}
