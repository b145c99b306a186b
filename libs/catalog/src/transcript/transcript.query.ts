import { readAtOnce, rowsBy, rowsOf } from '#libs/database';
import { isId } from '#libs/kernel';
import { Person } from '#libs/people';
import type { DataSource, EntityManager } from 'typeorm';
import type { EpisodeCopy } from '../episode/episode-copy.entity.js';
import { soundRows, toSoundsWithReleased } from '../sound/revision-sound.js';
import type { SoundTime } from '../sound/time-shift.plan.js';
import { type appearingIn, toAppearing } from './appearing.js';
import { keepWritten, toUnwritten, unwrittenRows } from './consented.query.js';
import { toHeard } from './segment-shift.plan.js';
import { type Appearing, findPerson } from './speakers.plan.js';
import { type TranscriptRow, transcriptRows } from './transcript-rows.js';
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
    const asked = { copies: copyRows(episodeId, isPlanned), unwritten: unwrittenRows([episodeId]) };
    const {
      copies: [copy],
      unwritten,
    } = await readAtOnce(this.db, asked);
    if (!copy) return undefined;
    const [written] = keepWritten([{ lang }], copy.language, toUnwritten(unwritten).get(episodeId));
    return written && readTranscript(this.db, copy, lang);
  }
}

/** The copy that readers get now, without its parts but for who appears. */
function copyRows(id: string, isPlanned: boolean) {
  return rowsBy<SpokenCopy & { language: string }>(
    `select c.id, c.revision_id as "revisionId", c.language, coalesce((
         select json_agg(json_build_object('personId', a.person_id) order by a.position)
         from appearances a where a.copy_id = c.id), '[]'::json) as appearances
       from episodes e join episode_copies c on c.episode_id = e.id
         and c.kind = case when e.state = 'published' then 'released' else 'working' end
       where e.id = $1 and e.deleted_at is null and e.purged_at is null
         and (e.state = 'published' or (e.state = 'scheduled' and $2))`,
    [id, isPlanned],
  );
}

/** What the words of a copy are shown by. */
type SpokenCopy = Pick<EpisodeCopy, 'id' | 'revisionId'> & Parameters<typeof appearingIn>[1];

/** A text of a copy, in the time of the copy's sound, its speakers found among those who appear. */
export async function readTranscript(
  db: DataSource | EntityManager,
  { id, revisionId, appearances }: SpokenCopy,
  lang: string,
): Promise<TranscriptView | undefined> {
  const {
    rows: [row],
    persons,
    sounds,
  } = await readAtOnce(db, {
    rows: transcriptRows(id, lang),
    persons: rowsOf(Person, {
      where: 'id = any($1::uuid[])',
      parameters: [appearances.map(({ personId }) => personId)],
    }),
    sounds: soundRows(revisionId ? [revisionId] : []),
  });
  if (!row?.segments) return undefined;
  const { isTimed, savedAt } = row;
  const people = toAppearing(appearances, persons);
  const played = toSoundsWithReleased(sounds, revisionId ? [revisionId] : []).sounds[0];
  return { lang, isTimed, updatedAt: savedAt, segments: toSpoken(row, played?.time ?? null, people) };
}

function toSpoken(
  { segments, basis, speakers }: Pick<TranscriptRow, 'segments' | 'basis' | 'speakers'>,
  time: SoundTime | null,
  people: readonly Appearing[],
): SpokenSegment[] {
  const names = new Map(people.map(({ personId, name }) => [personId, name]));
  const known = new Map<string, Pick<SpokenSegment, 'personId' | 'name'>>();
  return toHeard(segments ?? [], basis, time).map(({ startMs, endMs, speaker, text }) => {
    let who = known.get(speaker);
    if (!who) {
      const personId = findPerson(speaker, speakers, people);
      who = { personId, name: (personId && names.get(personId)) ?? speaker };
      known.set(speaker, who);
    }
    return { startMs, endMs, speaker, text, personId: who.personId, name: who.name };
  });
}
