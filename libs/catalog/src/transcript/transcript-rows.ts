import { createHash } from 'node:crypto';
import { type Rows, rowsBy } from '#libs/database';
import type { DataSource, EntityManager } from 'typeorm';
import type { SoundTime } from '../sound/time-shift.plan.js';
import { Transcript, type TranscriptContent } from './transcript.entity.js';
import type { Segment, SpeakerChoices } from './transcript.plan.js';

/** A row with its large columns. */
export interface TranscriptRow {
  lang: string;
  isTimed: boolean;
  savedAt: Date;
  segments: Segment[] | null;
  basis: SoundTime | null;
  speakers: SpeakerChoices;
  /** Whether there is something to take back to; also when that is "none yet". */
  former: TranscriptContent | null;
}

/** One text of a copy with its words; also one that was removed, then without segments. */
export async function loadTranscript(
  db: DataSource | EntityManager,
  copyId: string,
  lang: string,
): Promise<TranscriptRow | undefined> {
  const rows: TranscriptRow[] = await db.query(
    `select lang, is_timed as "isTimed", saved_at as "savedAt", segments, basis, speakers, former
     from transcripts where copy_id = $1 and lang = $2`,
    [copyId, lang],
  );
  return rows[0];
}

/** The same without what it replaced, for readers. */
export function transcriptRows(copyId: string, lang: string): Rows<Omit<TranscriptRow, 'former'>> {
  return rowsBy(
    `select lang, is_timed as "isTimed", saved_at as "savedAt", segments, basis, speakers
     from transcripts where copy_id = $1 and lang = $2`,
    [copyId, lang],
    ['savedAt'],
  );
}

/** Keeps a text, or with null none, and beside it what it replaces. */
export async function saveTranscript(
  manager: EntityManager,
  at: { copyId: string; lang: string; savedAt: Date },
  content: TranscriptContent | null,
  kept: { former: TranscriptContent | null; speakers?: SpeakerChoices } = { former: null },
): Promise<void> {
  await manager.upsert(
    Transcript,
    {
      ...at,
      digest: content && digestOf(content),
      isTimed: content?.isTimed ?? false,
      segmentCount: content?.segments.length ?? 0,
      segments: content?.segments ?? null,
      basis: content?.basis ?? null,
      former: kept.former,
      ...(kept.speakers && { speakers: kept.speakers }),
    } as object,
    ['copyId', 'lang'],
  );
}

/** What a row says by now; null: nothing. */
export function contentOf(row: TranscriptRow | undefined): TranscriptContent | null {
  return row?.segments ? { segments: row.segments, basis: row.basis, isTimed: row.isTimed } : null;
}

/** Copies the texts of the working copy to the released one; what was removed stays behind. */
export async function releaseTranscripts(manager: EntityManager, workingId: string, releasedId: string): Promise<void> {
  await manager.query(
    `insert into transcripts (copy_id, lang, digest, is_timed, segment_count, segments, basis, speakers, saved_at)
     select $2, lang, digest, is_timed, segment_count, segments, basis, speakers, saved_at
     from transcripts where copy_id = $1 and digest is not null`,
    [workingId, releasedId],
  );
}

function digestOf({ segments, basis }: TranscriptContent): string {
  return createHash('sha256')
    .update(
      JSON.stringify([segments.map(({ startMs, endMs, speaker, text }) => [startMs, endMs, speaker, text]), basis]),
    )
    .digest('hex');
}
