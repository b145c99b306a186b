import { announce } from '#libs/database';
import { type Ffmpeg, type Probe, probe } from '#libs/ffmpeg';
import { newId } from '#libs/kernel';
import type { Storage } from '#libs/storage';
import type { EntityManager } from 'typeorm';
import { fileKinds } from '../recording/file-kinds.js';
import { addNextRevision } from '../recording/next-revision.js';
import { addRendition } from '../recording/rendition.writes.js';
import { announceStep, notifyProgress } from '../recording/revision.writes.js';
import { hearJob } from '../pipeline/step.jobs.js';
import { adoptedKind, type EnclosureKind } from './adopt.plan.js';

/** A file that was published elsewhere, on this machine's disk. */
export interface ForeignFile {
  readonly path: string;
  /** As its address calls it, for people. */
  readonly name: string;
  readonly bytes: number;
  /** In hex. */
  readonly sha256: string;
}

/** A foreign file in the storage, looked at but nobody's yet. `kind` null: it is no file that apps take as it is. */
export interface StoredForeignFile extends Omit<ForeignFile, 'path'> {
  readonly key: string;
  readonly kind: EnclosureKind | null;
  readonly probe: Probe;
  readonly revisionId: string;
}

/**
 * Looks at a file without trusting it and stores it as it is. The same `revisionId` again is the same key.
 * @throws the errors of `probe` for what is no sound: nothing is stored then.
 */
export async function storeForeignFile(
  { storage, ffmpeg }: { storage: Storage; ffmpeg: Ffmpeg },
  { path, ...file }: ForeignFile,
  { revisionId = newId(), signal }: { revisionId?: string; signal?: AbortSignal } = {},
): Promise<StoredForeignFile> {
  const found = await probe(ffmpeg, path, { signal });
  const kind = adoptedKind(found);
  const key = kind ? `${kind}/${revisionId}.${fileKinds[kind].ending}` : `original/${revisionId}`;
  await storage.putFile(key, path);
  return { ...file, key, kind, probe: found, revisionId };
}

/**
 * Makes a stored foreign file a recording's next revision, in the caller's transaction. What apps take as it is, is
 * finished at once, byte for byte (origin `import`); its sound is measured later in the background and never changed.
 * Of anything else an MP3 is made, as of an upload. Tells whether it is finished.
 */
export async function adoptFile(
  manager: EntityManager,
  recordingId: string,
  stored: StoredForeignFile,
  now: Date,
): Promise<{ revisionId: string; isFinished: boolean }> {
  const { key, kind, name, bytes, sha256, probe: found, revisionId: id } = stored;
  const original = { originalKey: key, originalName: name, originalBytes: bytes, originalSha256: sha256 };
  if (!kind) {
    const made = await addNextRevision(manager, recordingId, { ...original, urgency: 'batch', step: 'probe' }, now, id);
    await announceStep(manager, 'probe', { revisionId: made.id, attempt: made.attempt });
    return { revisionId: made.id, isFinished: false };
  }
  const durationMs = found.durationMs ?? 0;
  const revision = await addNextRevision(
    manager,
    recordingId,
    {
      ...{ ...original, durationMs, probe: { ...found, coverKey: null }, renderedKey: key },
      ...{ origin: 'import', state: 'done', step: 'verify', startedAt: now, finishedAt: now },
    },
    now,
    id,
  );
  const bitrate = found.bitRate ?? (durationMs > 0 ? Math.round((bytes * 8_000) / durationMs) : 0);
  await addRendition(manager, id, { kind, key, mime: fileKinds[kind].mime, bytes, durationMs, bitrate, sha256 }, now);
  await announce(manager, hearJob.name, { revisionId: id });
  await notifyProgress(manager, revision);
  return { revisionId: id, isFinished: true };
}
