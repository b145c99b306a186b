import { planAgain, type RenderPlan, type Verification, verify } from '#libs/ffmpeg';
import { announce } from '#libs/database';
import type { JobRun } from '#libs/queue';
import { announceAlternates } from '../alternate/alternate.writes.js';
import { readyToMake, toAlternates } from '../alternate/alternates.plan.js';
import { fileKinds } from '../recording/file-kinds.js';
import { assetReady } from '../recording/recording.facts.js';
import type { StoredOrder } from '../recording/render-order.js';
import { addRendition, type RenditionGiven } from '../recording/rendition.writes.js';
import type { Revision } from '../recording/revision.entity.js';
import type { StepPayload } from '../recording/revision.writes.js';
import { keepWaveform } from './keep-waveform.js';
import { findPieces } from './pieces.js';
import type { PipelineDeps } from './pipeline.deps.js';
import { toReportAfter } from './report.plan.js';
import { runStep, type StepResult } from './step-run.js';
import { refuseMissed } from './refuse-missed.js';
import { readAnalysis } from './stored-analysis.js';

/**
 * Last step: decodes the stored file and measures what was promised. A miss that a better plan can mend goes
 * back to the render; a wrong length is refused; what is left of a miss in loudness is told in the report.
 */
export function makeVerifyHandler(deps: PipelineDeps) {
  return (payload: StepPayload, run: JobRun): Promise<void> =>
    runStep(deps, 'verify', payload, run, async ({ revision, signal, onProgress }) => {
      const plan = revision.plan as unknown as RenderPlan;
      // An older version had planned it otherwise.
      if (plan.version !== 2) return { changes: { renderedKey: null }, goOnWith: 'plan' };
      const key = revision.renderedKey;
      if (!key || !(await deps.storage.exists(key))) return { changes: { renderedKey: null }, goOnWith: 'render' };
      const verification = await deps.storage.withLocalFile(key, (file) =>
        verify(deps.ffmpeg, file, plan, 'mp3', { signal, onProgress }),
      );
      const better = await planBetter(deps, revision, plan, verification);
      if (better) {
        // The file that missed is not anybody's: the next one has another content, so another key.
        await deps.storage.delete(key);
        return { changes: { plan: { ...better }, renderedKey: null }, goOnWith: 'render' };
      }
      // A wrong length cannot be planned away.
      refuseMissed(verification, ['duration']);
      return finish(deps, revision, plan, verification);
    });
}

/** The sound is solved anew from its stored measurement, so the loudness holds under a lower ceiling. */
async function planBetter(
  deps: PipelineDeps,
  { analysisKey, order }: Revision,
  plan: RenderPlan,
  verification: Verification,
): Promise<RenderPlan | null> {
  if (verification.passed) return null;
  const recording = await readAnalysis(deps.storage, analysisKey);
  const { intro, outro } = await findPieces(deps, order as unknown as StoredOrder);
  return recording && planAgain(plan, verification, { recording, intro, outro });
}

async function finish(
  deps: PipelineDeps,
  revision: Revision,
  plan: RenderPlan,
  done: Verification,
): Promise<StepResult> {
  const now = deps.clock.now();
  const { recordingId, id } = revision;
  const after = await keepWaveform(deps.storage, `${id}-after`, done.waveform);
  const alternates = toAlternates(revision);
  return {
    changes: {
      durationMs: done.durationMs,
      report: { ...toReportAfter(revision.report ?? {}, done), alternates },
      waveform: { ...revision.waveform, after },
      finishedAt: now,
    },
    alsoWrite: async (manager) => {
      await addRendition(manager, id, toRendition(revision.renderedKey!, plan, done), now);
      await announce(manager, assetReady, { recordingId, revisionId: id });
      await announceAlternates(manager, revision, readyToMake(alternates));
    },
  };
}

function toRendition(key: string, { kbps }: RenderPlan, done: Verification): RenditionGiven {
  const { sizeBytes: bytes, durationMs, sha256 } = done;
  return { kind: 'mp3', key, mime: fileKinds.mp3.mime, bytes, durationMs, bitrate: kbps * 1000, sha256 };
}
