import { extractCover, type Probe, probe } from '#libs/ffmpeg';
import { EstradeError } from '#libs/kernel';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { JobRun } from '#libs/queue';
import type { RecordingTrack } from '../recording/recording-track.js';
import type { Revision } from '../recording/revision.entity.js';
import type { StepPayload } from '../recording/revision.writes.js';
import type { PipelineDeps } from './pipeline.deps.js';
import { runStep } from './step-run.js';

/** What the probe found, as the row keeps it; `coverKey` is the file's own cover, when it is fit to be one. */
export type StoredProbe = Probe & { readonly coverKey: string | null };

/** First step: looks at each file without trusting it, and keeps the original's tags, chapters and cover as proposals. */
export function makeProbeHandler(deps: PipelineDeps) {
  return (payload: StepPayload, run: JobRun): Promise<void> =>
    runStep(deps, 'probe', payload, run, async ({ revision, signal }) => {
      const known = revision.probe as unknown as StoredProbe | null;
      const stored = known ?? (await probeOriginal(deps, revision, signal));
      const tracks: RecordingTrack[] = [];
      for (const track of revision.tracks) tracks.push(track.probe ? track : await probeTrack(deps, track, signal));
      return { changes: { probe: { ...stored }, tracks, durationMs: revision.durationMs ?? stored.durationMs } };
    });
}

function probeOriginal(deps: PipelineDeps, { id, originalKey }: Revision, signal: AbortSignal): Promise<StoredProbe> {
  return deps.storage.withLocalFile(originalKey!, async (file) => {
    const found = await probe(deps.ffmpeg, file, { signal });
    return { ...found, coverKey: await keepCover(deps, file, found, id, signal) };
  });
}

function probeTrack(deps: PipelineDeps, track: RecordingTrack, signal: AbortSignal): Promise<RecordingTrack> {
  return deps.storage.withLocalFile(track.key, async (file) => ({
    ...track,
    probe: await probe(deps.ffmpeg, file, { signal }),
  }));
}

/** A cover that is not fit to be one is no reason to refuse the sound. */
async function keepCover(
  { ffmpeg, folders, images }: PipelineDeps,
  file: string,
  found: Probe,
  revisionId: string,
  signal: AbortSignal,
): Promise<string | null> {
  return folders.use(`${revisionId}-cover`, async (folder) => {
    try {
      const cover = await extractCover(ffmpeg, file, found, join(folder, 'cover'), { signal });
      return cover && (await images.acceptCover(await readFile(cover.path))).key;
    } catch (error) {
      if (error instanceof EstradeError) return null;
      throw error;
    }
  });
}
