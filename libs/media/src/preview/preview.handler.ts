import { planRender, render, slicePlan } from '#libs/ffmpeg';
import { EstradeError } from '#libs/kernel';
import type { JobRun } from '#libs/queue';
import { join } from 'node:path';
import { findSources } from '../pipeline/pieces.js';
import type { PipelineDeps } from '../pipeline/pipeline.deps.js';
import { previewJob } from '../pipeline/step.jobs.js';
import { readOrMeasure } from '../pipeline/stored-analysis.js';
import { withSources } from '../pipeline/track-files.js';
import { ProcessingFailed } from '../recording/recording.error.js';
import { Revision } from '../recording/revision.entity.js';
import { Preview, type PreviewState } from './preview.entity.js';

const noPieces = { intro: null, outro: null };

/**
 * Plans the whole and renders half a minute of it, with the gains that the whole would get. Pieces are left out: they
 * are no part of what is asked for, and times would move with whatever piece was chosen since.
 */
export function makePreviewHandler(deps: PipelineDeps) {
  return async ({ previewId }: { previewId: string }, run: JobRun): Promise<void> => {
    const { manager } = deps.dataSource;
    const preview = await manager.findOneBy(Preview, { id: previewId });
    if (!preview || !['waiting', 'running'].includes(preview.state)) return;
    await move(deps, previewId, 'running');
    try {
      await make(deps, preview, run.signal);
    } catch (error) {
      if (run.signal.aborted) throw error;
      const isRefusal = error instanceof EstradeError && error.status < 500;
      const { code: errorCode } = isRefusal ? error : new ProcessingFailed('preview');
      if (isRefusal || run.isLastTry) await move(deps, previewId, 'failed', { errorCode });
      throw error;
    }
  };
}

/** When the queue gives a `media.preview` up without having asked the handler. */
export async function onPreviewParked(deps: PipelineDeps, name: string, payload: unknown): Promise<void> {
  if (name !== previewJob.name) return;
  const { previewId } = previewJob.payload.parse(payload);
  await move(deps, previewId, 'failed', { errorCode: new ProcessingFailed('preview').code });
}

async function make(deps: PipelineDeps, preview: Preview, signal: AbortSignal): Promise<void> {
  const { id, revisionId } = preview;
  const revision = await deps.dataSource.manager.findOneByOrFail(Revision, { id: revisionId });
  const recording = await readOrMeasure(deps, revision, signal);
  const whole = planRender({ recording, ...noPieces }, preview.order);
  // The last half minute, when the moment lies past the end.
  const startMs = Math.max(0, Math.min(preview.startMs, whole.durationMs - (preview.endMs - preview.startMs)));
  const endMs = Math.min(whole.durationMs, startMs + preview.endMs - preview.startMs);
  const plan = slicePlan(whole, startMs, endMs);
  const rows = await findSources(deps, revision, noPieces);
  if (!rows) throw new ProcessingFailed('preview');
  await deps.folders.use(`${id}-preview`, async (folder) => {
    const output = join(folder, 'preview.mp3');
    await withSources(deps.storage, rows, (sources) => render(deps.ffmpeg, { sources, plan, output }, { signal }));
    const key = `preview/${id}.mp3`;
    await deps.storage.putFile(key, output);
    await move(deps, id, 'done', { key, startMs, endMs });
  });
}

/** Only while somebody still wants it. */
async function move(
  { dataSource }: PipelineDeps,
  id: string,
  state: PreviewState,
  more: Partial<Pick<Preview, 'key' | 'startMs' | 'endMs' | 'errorCode'>> = {},
): Promise<void> {
  await dataSource.manager
    .createQueryBuilder()
    .update(Preview)
    .set({ state, ...more })
    .where(`id = :id and state in ('waiting', 'running')`, { id })
    .execute();
}
