import { render, type RenderPlan } from '#libs/ffmpeg';
import { join } from 'node:path';
import type { JobRun } from '#libs/queue';
import type { StoredOrder } from '../recording/render-order.js';
import type { StepPayload } from '../recording/revision.writes.js';
import { hashFile } from '../upload/hash.js';
import { findSources } from './pieces.js';
import type { PipelineDeps } from './pipeline.deps.js';
import { runStep } from './step-run.js';
import { withSources } from './track-files.js';
import { giveWords } from './words.js';

const mostMsForTwo = 2 * 3_600_000;

/** Fourth step: the MP3 with tags, chapters and cover, stored under a key made of its content, so that doing it twice stores one file. */
export function makeRenderHandler(deps: PipelineDeps) {
  return (payload: StepPayload, run: JobRun): Promise<void> =>
    runStep(deps, 'render', payload, run, async ({ revision, signal, onProgress }) => {
      const plan = revision.plan as unknown as RenderPlan;
      const order = revision.order as unknown as StoredOrder;
      const rows = await findSources(deps, revision, order);
      // A piece has gone since, or an older version had planned it otherwise.
      if (!rows || plan.version !== 2) return { changes: {}, goOnWith: 'plan' };
      // Both processors for whoever is alone and had no trouble yet; very long ones leave the memory of the second encoder.
      const isFit = run.attempt === 1 && plan.durationMs <= mostMsForTwo;
      const chunks = isFit && (await deps.isQuiet()) ? 2 : 1;
      return deps.folders.use(`${revision.id}-render`, async (folder) => {
        const rendered = join(folder, 'rendered.mp3');
        const output = join(folder, 'final.mp3');
        await withSources(deps.storage, rows, (sources) =>
          render(
            deps.ffmpeg,
            { sources, plan, output: rendered, chunks },
            // The mux takes a hundredth of the render.
            { signal, onProgress: (done) => onProgress(done * 0.98) },
          ),
        );
        const { durationMs } = plan;
        await giveWords(deps, { file: rendered, kind: 'mp3', durationMs, output }, order, signal);
        const sha256 = (await hashFile(output)).digest('hex');
        const renderedKey = `mp3/${revision.id}-${sha256.slice(0, 16)}.mp3`;
        await deps.storage.putFile(renderedKey, output);
        return { changes: { renderedKey } };
      });
    });
}
