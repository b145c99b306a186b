import { readTogether } from '#libs/database';
import { isId } from '#libs/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import type { EpisodeCopy } from '../episode/episode-copy.entity.js';
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
    const [copy, unwritten] = await readTogether(
      this.db,
      () => this.copyOf(episodeId, isPlanned),
      () => readUnwritten(this.db, [episodeId]),
    );
    if (!copy) return undefined;
    const [written] = keepWritten([{ lang }], copy.language, unwritten.get(episodeId));
    return written && readTranscript(this.db, copy, lang);
  }

  /** The copy that readers get now, without its parts but for who appears. */
  private async copyOf(id: string, isPlanned: boolean): Promise<(SpokenCopy & { language: string }) | undefined> {
    const [copy]: (SpokenCopy & { language: string })[] = await this.db.query(
      `select c.id, c.revision_id as "revisionId", c.language, coalesce((
         select json_agg(json_build_object('personId', a.person_id) order by a.position)
         from appearances a where a.copy_id = c.id), '[]'::json) as appearances
       from episodes e join episode_copies c on c.episode_id = e.id
         and c.kind = case when e.state = 'published' then 'released' else 'working' end
       where e.id = $1 and e.deleted_at is null and e.purged_at is null
         and (e.state = 'published' or (e.state = 'scheduled' and $2))`,
      [id, isPlanned],
    );
    return copy;
  }
}

/** What the words of a copy are shown by. */
type SpokenCopy = Pick<EpisodeCopy, 'id' | 'revisionId'> & Parameters<typeof appearingIn>[1];

/** A text of a copy, in the time of the copy's sound, its speakers found among those who appear. */
export async function readTranscript(
  db: DataSource | EntityManager,
  copy: SpokenCopy,
  lang: string,
): Promise<TranscriptView | undefined> {
  const row = await loadTranscript(db, copy.id, lang);
  if (!row?.segments) return undefined;
  const { isTimed, savedAt } = row;
  const people = await appearingIn(db, copy);
  return { lang, isTimed, updatedAt: savedAt, segments: await toSpoken(db, copy, row, people) };
}

async function toSpoken(
  db: DataSource | EntityManager,
  { revisionId }: SpokenCopy,
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
