import { rename, rm } from 'node:fs/promises';
import { newId } from '#libs/kernel';
import { MediaCommandFailed, PicturesNotKept } from '../error.js';
import type { Ffmpeg } from '../find/ffmpeg.js';
import type { JobControl } from '../job.js';
import type { Sources } from '../order/source.js';
import { writeTo } from '../run/run.js';
import { withCurveFile } from './curve-file.js';
import { forEncoder } from './encoder.plan.js';
import type { RenderPlan } from './plan.js';
import { readStreams } from './read-streams.js';
import { canKeepVideo, type VideoKind, videoKindOf } from './video.plan.js';
import { soundOf, toVideoCommand } from './video.preset.js';

export interface VideoJob {
  /** The recording first among its tracks: its pictures are kept. */
  readonly sources: Sources;
  readonly plan: RenderPlan;
  /** The file to write, absolute; its ending does not matter. */
  readonly output: string;
}

/** Sound may be so much earlier or later against the pictures than it was. */
const mostShiftMs = 40;

/**
 * Puts the repaired sound beside a recording's own pictures, which are copied: MP4 with AAC that plays while it loads,
 * or WebM with Opus, as the pictures ask for. Checks that the pictures are there and in step with the sound as before.
 * @throws PicturesNotKept (`canKeepVideo`, `videoKindOf`), MediaCommandFailed, MediaCommandTimedOut, MediaCommandStalled,
 *   or the signal's reason; nothing is left behind.
 */
export async function renderVideo(tools: Ffmpeg, job: VideoJob, control: JobControl = {}): Promise<VideoKind> {
  const [track] = job.sources.recording ?? [];
  const kind = track && canKeepVideo(job.plan) ? videoKindOf(track.probe) : null;
  if (!track || !kind) throw new PicturesNotKept();
  const plan = forEncoder(job.plan, soundOf(kind));
  const partial = `${job.output}.${newId()}.part`;
  try {
    await withCurveFile(plan, partial, async (curveFile) => {
      const shape = { sources: job.sources, plan, curveFile };
      await writeTo(tools, toVideoCommand(shape, kind, track.probe.sizeBytes, tools), partial, control);
    });
    const before = await readStreams(tools, track.file, control.signal);
    const after = await readStreams(tools, partial, control.signal);
    const shiftMs = after.soundLeadMs - before.soundLeadMs;
    if (Math.abs(shiftMs) > mostShiftMs) throw new MediaCommandFailed('video', `The sound moved by ${shiftMs} ms.`);
    await rename(partial, job.output);
    return kind;
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}
