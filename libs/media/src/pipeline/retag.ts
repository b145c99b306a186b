import { announce } from '#libs/database';
import { NotFound } from '#libs/kernel';
import { announceAlternates } from '../alternate/alternate.writes.js';
import { readyToMake } from '../alternate/alternates.plan.js';
import { assetReady } from '../recording/recording.facts.js';
import type { RenderOrder } from '../recording/render-order.js';
import { addRendition } from '../recording/rendition.writes.js';
import { Revision } from '../recording/revision.entity.js';
import type { SoundReport } from '../recording/sound-report.js';
import type { PipelineDeps } from './pipeline.deps.js';
import type { StepInput, StepResult } from './step-run.js';
import { copyWithWords } from './words.js';

/**
 * All the work on a revision of the origin `tags`: the file of the one it is based on, copied with the words that are
 * wanted by now. That one's file stays as it is; files beside the MP3 are taken over.
 */
export async function retagFile(
  deps: PipelineDeps,
  { revision, signal }: StepInput,
  order: RenderOrder,
): Promise<StepResult> {
  const base = await deps.dataSource.manager.findOne(Revision, {
    where: { id: revision.basedOnId! },
    relations: { renditions: true },
  });
  const mp3 = base?.renditions.find(({ kind }) => kind === 'mp3');
  if (!base || !mp3) throw new NotFound('The file');
  const file = await copyWithWords(deps, revision.id, mp3, order, signal);
  const { tags, chapters, coverKey } = order;
  const now = deps.clock.now();
  const { recordingId, id: revisionId } = revision;
  return {
    changes: {
      order: { ...base.order, tags, chapters, coverKey },
      report: base.report,
      ...{ renderedKey: file.key, refusedOrder: null, step: 'verify' as const, finishedAt: now },
    },
    goOnWith: 'done',
    alsoWrite: async (manager) => {
      for (const each of base.renditions) {
        await addRendition(manager, revisionId, each === mp3 ? { ...mp3, ...file } : each, now);
      }
      await announce(manager, assetReady, { recordingId, revisionId });
      const { alternates = [] } = (base.report ?? {}) as SoundReport;
      await announceAlternates(manager, revision, readyToMake(alternates));
    },
  };
}
