import { extractCover, type Probe, probe } from '#libs/ffmpeg';
import { EstradeError } from '#libs/kernel';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { JobRun } from '#libs/queue';
import type { StepPayload } from '../recording/revision.writes.js';
import type { PipelineDeps } from './pipeline.deps.js';
import { runStep } from './step-run.js';

/** What the probe found, as the row keeps it; `coverKey` is the file's own cover, when it is fit to be one. */
export type StoredProbe = Probe & { readonly coverKey: string | null };

/** First step: looks at the original without trusting it, and keeps its tags, chapters and cover as proposals. */
export function makeProbeHandler(deps: PipelineDeps) {
  return (payload: StepPayload, run: JobRun): Promise<void> =>
    runStep(deps, 'probe', payload, run, ({ revision, signal }) =>
      deps.storage.withLocalFile(revision.originalKey!, async (file) => {
        const found = await probe(deps.ffmpeg, file, { signal });
        const coverKey = await keepCover(deps, file, found, payload.revisionId, signal);
        const stored: StoredProbe = { ...found, coverKey };
        return { changes: { probe: { ...stored }, durationMs: found.durationMs } };
      }),
    );
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
