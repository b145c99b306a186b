import type { Ffmpeg } from '../find/ffmpeg.js';
import type { JobControl } from '../job.js';
import { runCommand } from '../run/run.js';
import type { RenderPlan } from './plan.js';
import { toRenderCommand } from './render.preset.js';

export interface RenderJob {
  /** The source, absolute. */
  readonly file: string;
  readonly plan: RenderPlan;
  /** The MP3 to write, absolute; it appears only when it is whole. */
  readonly output: string;
}

/**
 * Renders a plan to a bare MP3 without tags; `mux` gives it those.
 * @throws MediaCommandFailed, MediaCommandTimedOut, or the signal's reason; nothing is left behind.
 */
export async function render(
  tools: Ffmpeg,
  { file, plan, output }: RenderJob,
  control: JobControl = {},
): Promise<void> {
  await runCommand(tools, toRenderCommand(file, plan, tools), output, control);
}
