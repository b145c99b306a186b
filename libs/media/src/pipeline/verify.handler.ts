import { planAgain, type RenderPlan, type Verification, verify } from '#libs/ffmpeg';
import { announce } from '#libs/database';
import { newId } from '#libs/kernel';
import type { EntityManager } from 'typeorm';
import { VerificationFailed } from '../recording/recording.error.js';
import { assetReady } from '../recording/recording.facts.js';
import { Rendition } from '../recording/rendition.entity.js';
import type { Revision } from '../recording/revision.entity.js';
import type { JobRun } from '#libs/queue';
import type { StepPayload } from '../recording/revision.writes.js';
import type { PipelineDeps } from './pipeline.deps.js';
import { readAnalysis } from './plan.handler.js';
import { toReportAfter, toWaveformAfter } from './report.plan.js';
import { runStep, type StepResult } from './step-run.js';

/**
 * Last step: decodes the stored file and measures what was promised. A miss that a better plan can mend goes
 * back to the render; a wrong length is refused; what is left of a miss in loudness is told in the report.
 */
export function makeVerifyHandler(deps: PipelineDeps) {
  return (payload: StepPayload, run: JobRun): Promise<void> =>
    runStep(deps, 'verify', payload, run, async ({ revision, signal, onProgress }) => {
      const key = revision.renderedKey;
      if (!key || !(await deps.storage.exists(key))) return { changes: { renderedKey: null }, goOnWith: 'render' };
      const plan = revision.plan as unknown as RenderPlan;
      const verification = await deps.storage.withLocalFile(key, (file) =>
        verify(deps.ffmpeg, file, plan, { signal, onProgress }),
      );
      const better = await planBetter(deps, revision, plan, verification);
      if (better) {
        // The file that missed is not anybody's: the next one has another content, so another key.
        await deps.storage.delete(key);
        return { changes: { plan: { ...better }, renderedKey: null }, goOnWith: 'render' };
      }
      refuseWrongLength(verification);
      return finish(deps, revision, plan, verification);
    });
}

/** The sound is solved anew from its stored measurement, so the loudness holds under a lower ceiling. */
async function planBetter(
  deps: PipelineDeps,
  { analysisKey }: Revision,
  plan: RenderPlan,
  verification: Verification,
): Promise<RenderPlan | null> {
  if (verification.passed) return null;
  const analysis = await readAnalysis(deps, analysisKey);
  return analysis && planAgain(plan, verification, analysis);
}

function refuseWrongLength({ checks }: Verification): void {
  const duration = checks.find(({ name }) => name === 'duration');
  if (duration && !duration.passed) throw new VerificationFailed(duration.name, duration.measured);
}

function finish(deps: PipelineDeps, revision: Revision, plan: RenderPlan, verification: Verification): StepResult {
  const now = deps.clock.now();
  const { recordingId, id } = revision;
  return {
    changes: {
      durationMs: verification.durationMs,
      report: { ...toReportAfter(revision.report ?? {}, verification) },
      waveform: { ...toWaveformAfter(revision.waveform ?? {}, verification) },
      finishedAt: now,
    },
    alsoWrite: async (manager) => {
      await manager.delete(Rendition, { revisionId: id, kind: 'mp3' });
      await manager.insert(Rendition, toRendition(revision, plan, verification, newId(now.getTime())));
      await announce(manager, assetReady, { recordingId, revisionId: id });
    },
  };
}

function toRendition(
  revision: Revision,
  plan: RenderPlan,
  done: Verification,
  id: string,
): Parameters<EntityManager['insert']>[1] {
  return {
    ...{ id, revisionId: revision.id, kind: 'mp3', key: revision.renderedKey, mime: 'audio/mpeg' },
    ...{ bytes: done.sizeBytes, durationMs: done.durationMs, bitrate: plan.kbps * 1000, sha256: done.sha256 },
  };
}
