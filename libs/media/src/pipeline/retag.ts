import { announce } from '#libs/database';
import { NotFound } from '#libs/kernel';
import { pickEnclosure } from '../adopt/adopt.plan.js';
import { announceAlternates } from '../alternate/alternate.writes.js';
import { readyToMake } from '../alternate/alternates.plan.js';
import { assetReady } from '../recording/recording.facts.js';
import type { RenderOrder } from '../recording/render-order.js';
import { isSoundKind } from '../recording/file-kinds.js';
import { addRendition, type RenditionGiven } from '../recording/rendition.writes.js';
import { Revision } from '../recording/revision.entity.js';
import type { SoundReport } from '../recording/sound-report.js';
import type { PipelineDeps } from './pipeline.deps.js';
import type { StepInput, StepResult } from './step-run.js';
import { copyWithWords } from './words.js';

/**
 * All the work on a revision of the origin `tags`: the sound files of the one it is based on, copied with the words
 * that are wanted by now. That one's files stay as they are; those with pictures are taken over.
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
  if (!base || !pickEnclosure(base.renditions)) throw new NotFound('The file');
  const files: RenditionGiven[] = [];
  for (const each of base.renditions) {
    const { kind } = each;
    const copy = isSoundKind(kind) && (await copyWithWords(deps, revision.id, { ...each, kind }, order, signal));
    files.push({ ...each, ...copy });
  }
  const { tags, chapters, coverKey } = order;
  const now = deps.clock.now();
  const { recordingId, id: revisionId } = revision;
  return {
    changes: {
      order: { ...base.order, tags, chapters, coverKey },
      report: base.report,
      ...{
        renderedKey: pickEnclosure(files)!.key,
        refusedOrder: null,
        step: 'verify' as const,
        finishedAt: now,
      },
    },
    goOnWith: 'done',
    alsoWrite: async (manager) => {
      for (const file of files) await addRendition(manager, revisionId, file, now);
      await announce(manager, assetReady, { recordingId, revisionId });
      const { alternates = [] } = (base.report ?? {}) as SoundReport;
      await announceAlternates(manager, revision, readyToMake(alternates));
    },
  };
}
