import { newId } from '#libs/kernel';
import { Recording, Rendition, Revision } from '#libs/media';
import type { DataSource } from 'typeorm';

export interface RevisionGiven {
  /** A further revision of this recording; a new recording otherwise. */
  recordingId?: string;
  number?: number;
  bytes?: number;
  durationMs?: number;
  key?: string;
  probe?: Record<string, unknown>;
  originalName?: string;
  /** Without an MP3: still being worked on. */
  unfinished?: boolean;
}

/** A finished revision with its MP3's row; no file lies behind it. */
export async function aRevision(
  db: DataSource,
  showId: string,
  given: RevisionGiven = {},
): Promise<{ recordingId: string; revisionId: string }> {
  const { recordingId = newId(), number = 1, bytes = 1_234_567, durationMs = 61_000, unfinished = false } = given;
  const revisionId = newId();
  await db
    .getRepository(Recording)
    .createQueryBuilder()
    .insert()
    .values({ id: recordingId, scope: showId })
    .orIgnore()
    .execute();
  await db.getRepository(Revision).insert({
    id: revisionId,
    recordingId,
    number,
    state: unfinished ? 'running' : 'done',
    step: unfinished ? 'render' : 'verify',
    originalName: given.originalName ?? 'recording.wav',
    probe: given.probe as never,
    durationMs,
    waveform: { after: { durationMs, overview: [-64, 64, -128, 127, 0, 12] } } as never,
  });
  if (!unfinished) {
    const key = given.key ?? `audio/${revisionId}.mp3`;
    const rendition = { bytes, durationMs, key, mime: 'audio/mpeg', bitrate: 96_000, sha256: 'ab'.repeat(32) };
    await db.getRepository(Rendition).insert({ id: newId(), revisionId, kind: 'mp3', ...rendition });
  }
  return { recordingId, revisionId };
}
