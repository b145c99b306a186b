import { rm } from 'node:fs/promises';
import { newId } from '#libs/kernel';
import type { Ffmpeg } from '../find/ffmpeg.js';
import type { JobControl } from '../job.js';
import type { Sources } from '../order/source.js';
import { runCommand, writeTo } from '../run/run.js';
import { together } from '../run/together.js';
import { type Chunk, planChunks } from './chunk.plan.js';
import { withCurveFile } from './curve-file.js';
import { mp3Options, type OutputKind } from './encoder.preset.js';
import { joinMp3 } from './join-mp3.js';
import type { RenderPlan } from './plan.js';
import { forEncoder } from './encoder.plan.js';
import { type RenderShape, toRenderCommand } from './render.preset.js';
import { samplesOf } from './span.plan.js';

export interface RenderJob {
  /** The files behind every source that the plan's timeline uses. */
  readonly sources: Sources;
  readonly plan: RenderPlan;
  /** The file to write, absolute; it appears only when it is whole. Working files lie beside it. */
  readonly output: string;
  /** Default `mp3`. */
  readonly kind?: OutputKind;
  /** MP3 only: so many encoders side by side; the frames are the same as with one. Default 1. */
  readonly chunks?: number;
}

/**
 * Renders a plan to a sound file without tags; `mux` gives it those.
 * @throws MediaCommandFailed, MediaCommandTimedOut, MediaCommandStalled, or the signal's reason; nothing is left behind.
 */
export async function render(tools: Ffmpeg, job: RenderJob, control: JobControl = {}): Promise<void> {
  const { sources, output, kind = 'mp3' } = job;
  const plan = forEncoder(job.plan, kind);
  const chunks = kind === 'mp3' ? planChunks(plan, job.chunks ?? 1) : [];
  await withCurveFile(plan, output, async (curveFile) => {
    const shape = { sources, plan, kind, curveFile };
    if (chunks.length > 1) await renderChunks(tools, shape, chunks, output, control);
    else await runCommand(tools, toRenderCommand(shape, tools), output, control);
  });
}

async function renderChunks(
  tools: Ffmpeg,
  shape: RenderShape,
  chunks: readonly Chunk[],
  output: string,
  control: JobControl,
): Promise<void> {
  const parts = chunks.map((chunk) => ({ ...chunk, file: `${output}.${newId()}.chunk` }));
  try {
    const work = parts.map(({ span, file }, index) => {
      // The first one brings the header of the whole.
      const encoder = [...mp3Options(shape.plan.kbps), ...(index === 0 ? [] : ['-write_xing', '0'])];
      const command = toRenderCommand({ ...shape, span, encoder }, tools);
      return { weight: command.durationMs, run: (own: JobControl) => writeTo(tools, command, file, own) };
    });
    await together(work, control);
    await joinMp3(parts, samplesOf(shape.plan, shape.plan.sampleRate), output);
  } finally {
    await Promise.all(parts.map(({ file }) => rm(file, { force: true })));
  }
}
