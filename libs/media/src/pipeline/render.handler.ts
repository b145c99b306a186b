import { mux, render, type RenderPlan } from '#libs/ffmpeg';
import { join } from 'node:path';
import type { RenderOrder } from '../recording/render-order.js';
import type { JobRun } from '#libs/queue';
import type { StepPayload } from '../recording/revision.writes.js';
import { hashFile } from '../upload/hash.js';
import type { PipelineDeps } from './pipeline.deps.js';
import { runStep } from './step-run.js';

/** Fourth step: the MP3 with tags, chapters and cover, stored under a key made of its content, so that doing it twice stores one file. */
export function makeRenderHandler(deps: PipelineDeps) {
  return (payload: StepPayload, run: JobRun): Promise<void> =>
    runStep(deps, 'render', payload, run, ({ revision, signal, onProgress }) =>
      deps.folders.use(`${revision.id}-render`, async (folder) => {
        const plan = revision.plan as unknown as RenderPlan;
        const order = revision.order as unknown as RenderOrder;
        const rendered = join(folder, 'rendered.mp3');
        const output = join(folder, 'final.mp3');
        await deps.storage.withLocalFile(revision.originalKey!, (file) =>
          // The mux takes a hundredth of the render.
          render(
            deps.ffmpeg,
            { file, plan, output: rendered },
            { signal, onProgress: (done) => onProgress(done * 0.98) },
          ),
        );
        await withCover(deps, order, (coverFile) =>
          mux(
            deps.ffmpeg,
            {
              file: rendered,
              durationMs: plan.durationMs,
              tags: order.tags,
              chapters: order.chapters,
              coverFile,
              output,
            },
            { signal },
          ),
        );
        const sha256 = (await hashFile(output)).digest('hex');
        const renderedKey = `mp3/${revision.id}-${sha256.slice(0, 16)}.mp3`;
        await deps.storage.putFile(renderedKey, output);
        return { changes: { renderedKey } };
      }),
    );
}

/** A cover that has gone since the order was written is left out rather than fail the sound. */
export async function withCover(
  { storage }: Pick<PipelineDeps, 'storage'>,
  { coverKey }: RenderOrder,
  work: (coverFile: string | undefined) => Promise<void>,
): Promise<void> {
  if (!coverKey || !(await storage.exists(coverKey))) return work(undefined);
  return storage.withLocalFile(coverKey, work);
}
