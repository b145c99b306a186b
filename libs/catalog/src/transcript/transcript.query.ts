import { isId } from '#libs/kernel';
import { type DataSource, type EntityManager, IsNull } from 'typeorm';
import { loadCopy } from '../episode/copy-tree.js';
import type { EpisodeCopy } from '../episode/episode-copy.entity.js';
import { Episode } from '../episode/episode.entity.js';
import { readSounds } from '../sound/revision-sound.js';
import { appearingIn } from './appearing.js';
import { keepWritten, readUnwritten } from './consented.query.js';
import { toHeard } from './segment-shift.plan.js';
import { type Appearing, findPerson } from './speakers.plan.js';
import { loadTranscript, type TranscriptRow } from './transcript-rows.js';
import type { SpokenSegment } from './transcript.plan.js';
import type { TranscriptView } from './transcript.view.js';

/** What readers get: the text of what is published and not deleted, where its guests agree to that. */
export class TranscriptQuery {
  constructor(private readonly db: DataSource | EntityManager) {}

  /**
   * @param isPlanned its release is due, as `readHeard` said a moment ago: the working copy's, unless it has been written
   * since.
   */
  async released(episodeId: string, lang: string, isPlanned = false): Promise<TranscriptView | undefined> {
    if (!isId(episodeId)) return undefined;
    const where = { id: episodeId, deletedAt: IsNull(), purgedAt: IsNull() };
    const episode = await this.db.getRepository(Episode).findOneBy(where);
    const isWaiting = isPlanned && episode?.state === 'scheduled';
    if (!isWaiting && episode?.state !== 'published') return undefined;
    const copy = await loadCopy(this.db, episodeId, isWaiting ? 'working' : 'released');
    if (!copy) return undefined;
    const unwritten = (await readUnwritten(this.db, [episodeId])).get(episodeId);
    const [written] = keepWritten([{ lang }], copy.language, unwritten);
    return written && readTranscript(this.db, copy, lang);
  }
}

/** A text of a copy, in the time of the copy's sound, its speakers found among those who appear. */
export async function readTranscript(
  db: DataSource | EntityManager,
  copy: EpisodeCopy,
  lang: string,
): Promise<TranscriptView | undefined> {
  const row = await loadTranscript(db, copy.id, lang);
  if (!row?.segments) return undefined;
  const { isTimed, savedAt } = row;
  return { lang, isTimed, updatedAt: savedAt, segments: await toSpoken(db, copy, row, await appearingIn(db, copy)) };
}

async function toSpoken(
  db: DataSource | EntityManager,
  { revisionId }: EpisodeCopy,
  { segments, basis, speakers }: TranscriptRow,
  people: readonly Appearing[],
): Promise<SpokenSegment[]> {
  const sound = revisionId ? (await readSounds(db, [revisionId])).get(revisionId) : undefined;
  const heard = toHeard(segments ?? [], basis, sound?.time ?? null);
  const names = new Map(people.map(({ personId, name }) => [personId, name]));
  const known = new Map<string, string | null>();
  return heard.map((segment) => {
    const { speaker } = segment;
    if (!known.has(speaker)) known.set(speaker, findPerson(speaker, speakers, people));
    const personId = known.get(speaker) ?? null;
    return { ...segment, personId, name: (personId && names.get(personId)) ?? speaker };
  });
}
