import type { Finding, Timeline } from '#libs/ffmpeg';
import { type Rows, rowsBy } from '#libs/database';
import type { DataSource, EntityManager } from 'typeorm';
import type { SoundTime } from './time-shift.plan.js';

/** What a revision's sound is made of, without the large parts of its row. */
export interface RevisionSound {
  id: string;
  recordingId: string;
  number: number;
  releasedAt: Date | null;
  replacedAt: Date | null;
  time: SoundTime;
  findings: readonly Finding[];
  /** Pairs of smallest and largest sample, for drawing; null: none. */
  overview: unknown;
  /** Recordings of the pieces that it was ordered with. */
  pieceIds: { intro: string | null; outro: string | null };
}

interface Row extends Omit<RevisionSound, 'time' | 'findings' | 'pieceIds'> {
  originalKey: string | null;
  timeline: Timeline | null;
  findings: Finding[] | null;
  durationMs: number | null;
  introId: string | null;
  outroId: string | null;
}

const columns = `id, recording_id as "recordingId", number, released_at as "releasedAt", replaced_at as "replacedAt",
  original_key as "originalKey", duration_ms as "durationMs", plan->'timeline' as timeline,
  report->'findings' as findings, "order"->'intro'->>'recordingId' as "introId",
  "order"->'outro'->>'recordingId' as "outroId",
  coalesce(waveform->'after'->'overview', waveform->'before'->'overview') as overview`;

/** The sounds of these revisions by id. */
export async function readSounds(
  db: DataSource | EntityManager,
  revisionIds: readonly string[],
): Promise<Map<string, RevisionSound>> {
  if (revisionIds.length === 0) return new Map();
  const rows: Row[] = await db.query(`select ${columns} from revisions where id = any($1)`, [revisionIds]);
  return new Map(rows.map((row) => [row.id, toSound(row)]));
}

/** The sounds of revisions, and everything else of their recordings that listeners ever got, in the order of its release. */
export interface SoundsWithReleased {
  sounds: RevisionSound[];
  released: RevisionSound[];
}

/** What `toSoundsWithReleased` is made of. */
export function soundRows(revisionIds: readonly string[]): Rows<Row> {
  return rowsBy<Row>(
    `select ${columns} from revisions
     where recording_id = any(array(select recording_id from revisions where id = any($1::uuid[])))
       and (released_at is not null or id = any($1::uuid[]))
     order by released_at, number`,
    [revisionIds],
    ['releasedAt', 'replacedAt'],
  );
}

export function toSoundsWithReleased(rows: readonly Row[], revisionIds: readonly string[]): SoundsWithReleased {
  const all = rows.map(toSound);
  const asked = new Set(revisionIds);
  return {
    sounds: all.filter(({ id }) => asked.has(id)),
    released: all.filter(({ releasedAt }) => releasedAt !== null),
  };
}

/** Everything of an episode's recording that listeners ever got, in the order of its release. */
export async function readReleasedSounds(db: DataSource | EntityManager, episodeId: string): Promise<RevisionSound[]> {
  const rows: Row[] = await db.query(
    `select ${columns} from revisions where released_at is not null
       and recording_id = (select recording_id from episodes where id = $1)
     order by released_at, number`,
    [episodeId],
  );
  return rows.map(toSound);
}

function toSound({ originalKey, timeline, findings, durationMs, introId, outroId, ...row }: Row): RevisionSound {
  return {
    ...row,
    time: { timeline: timeline ?? toWhole(durationMs), originalKey },
    findings: findings ?? [],
    pieceIds: { intro: introId, outro: outroId },
  };
}

/** A sound that was made before there were cuts and pieces is the whole recording. */
function toWhole(durationMs: number | null): Timeline {
  const endMs = durationMs ?? 0;
  return { clips: [{ source: 'recording', startMs: 0, endMs, fadeInMs: 0, fadeOutMs: 0 }] };
}
