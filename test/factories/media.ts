import { newId } from '#libs/kernel';
import type { Timeline } from '#libs/ffmpeg';
import { Recording, Rendition, type RenditionKind, Revision, type RevisionOrigin } from '#libs/media';
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
  /** Files beside the MP3. */
  alternates?: readonly { kind: Exclude<RenditionKind, 'mp3'>; key: string; bytes: number }[];
  /** Of the finished sound; the whole recording otherwise. */
  timeline?: Timeline;
  originalKey?: string;
  report?: Record<string, unknown>;
  order?: Record<string, unknown>;
  origin?: RevisionOrigin;
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
    originalKey: given.originalKey ?? null,
    ...(given.origin && { origin: given.origin }),
    ...(given.timeline && { plan: { timeline: given.timeline } as never }),
    ...(given.report && { report: given.report as never }),
    ...(given.order && { order: given.order as never }),
    probe: given.probe as never,
    durationMs,
    analysisKey: `analysis/${revisionId}.bin`,
    waveform: { after: { durationMs, overview: [-64, 64, -128, 127, 0, 12] } } as never,
  });
  if (!unfinished) {
    const key = given.key ?? `audio/${revisionId}.mp3`;
    const rendition = { bytes, durationMs, key, mime: 'audio/mpeg', bitrate: 96_000, sha256: 'ab'.repeat(32) };
    await db.getRepository(Rendition).insert({ id: newId(), revisionId, kind: 'mp3', ...rendition });
    for (const file of given.alternates ?? []) {
      const mime = { opus: 'audio/ogg', m4a: 'audio/mp4', video: 'video/mp4', hls: 'application/vnd.apple.mpegurl' }[
        file.kind
      ];
      await db.getRepository(Rendition).insert({ id: newId(), revisionId, ...rendition, ...file, mime });
    }
  }
  return { recordingId, revisionId };
}
