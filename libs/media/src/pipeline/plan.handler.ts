import {
  type Analysis,
  canKeepVideo,
  judgeFindings,
  planRender,
  type Probe,
  type RenderPlan,
  toFindings,
  toTimeline,
} from '#libs/ffmpeg';
import type { JobRun } from '#libs/queue';
import { NothingLeft } from '../recording/recording.error.js';
import type { RenderOrder } from '../recording/render-order.js';
import type { Revision } from '../recording/revision.entity.js';
import type { StepPayload } from '../recording/revision.writes.js';
import type { MediaNote, SoundReport } from '../recording/sound-report.js';
import { findPieces, type FoundPieces } from './pieces.js';
import type { PipelineDeps } from './pipeline.deps.js';
import { toReportPlanned } from './report.plan.js';
import { retagFile } from './retag.js';
import { runStep, type StepInput, type StepResult } from './step-run.js';
import { readAnalysis } from './stored-analysis.js';

/**
 * Third step: asks the floor above what is wanted and decides, by arithmetic alone, how it is made. What only gets
 * other tags is finished here: a copy takes a second.
 */
export function makePlanHandler(deps: PipelineDeps) {
  return (payload: StepPayload, run: JobRun): Promise<void> =>
    runStep(deps, 'plan', payload, run, async (input) => {
      const { revision } = input;
      const order = await deps.orderFor(revision.recordingId, revision);
      if (revision.origin === 'tags') return retagFile(deps, input, order);
      return planSound(deps, input, revision.origin === 'original' ? asSent(order) : order, run.isLastTry);
    });
}

async function planSound(
  deps: PipelineDeps,
  { revision }: StepInput,
  wanted: RenderOrder,
  isLastTry: boolean,
): Promise<StepResult> {
  const analysis = await readAnalysis(deps.storage, revision.analysisKey);
  if (!analysis) return { changes: { analysisKey: null }, goOnWith: 'analyse' };
  const pieces = await findPieces(deps, wanted);
  // A piece that has just been sent will be there at the next try.
  if (pieces.isWaiting && !isLastTry) throw new Error('A piece of this recording is still being measured.');
  const { order, intro, outro } = pieces;
  if (toTimeline(analysis.durationMs, order.sound.cuts).clips.length === 0) throw new NothingLeft();
  const plan = planRender({ recording: analysis, intro, outro }, order.sound);
  return {
    changes: { order: { ...order }, plan: { ...plan }, report: { ...toReport(revision, analysis, plan, pieces) } },
  };
}

function toReport(revision: Revision, analysis: Analysis, plan: RenderPlan, pieces: FoundPieces): SoundReport {
  const findings = judgeFindings(toFindings(analysis), plan);
  const report = { ...(revision.report as SoundReport | null), before: analysis.report };
  return toReportPlanned(report, plan, findings, [...pieces.notes, ...videoNotes(revision, plan, pieces.order)]);
}

/** Pictures are only ever copied, so they cannot follow cuts and pieces. */
function videoNotes({ probe }: Revision, plan: RenderPlan, { outputs }: RenderOrder): MediaNote[] {
  const isWanted = (outputs.video || outputs.hls) && (probe as Probe | null)?.hasVideo;
  return isWanted && !canKeepVideo(plan) ? [{ code: 'VIDEO_NOT_CUT', params: {} }] : [];
}

/** Back to the original: nothing repaired, cut or added. */
function asSent(order: RenderOrder): RenderOrder {
  const sound = { ...order.sound, isUntouched: true, only: null, leave: [], cuts: [] };
  return { ...order, sound, intro: null, outro: null };
}
