import { analyse, encodeAnalysis, onlyTrack, type Probe } from '#libs/ffmpeg';
import type { JobRun } from '#libs/queue';
import type { StepPayload } from '../recording/revision.writes.js';
import type { PipelineDeps } from './pipeline.deps.js';
import { toReportBefore, toWaveformBefore } from './report.plan.js';
import { runStep } from './step-run.js';

/** Second step: one decode to numbers. The loudness and waveform of the original can be shown from here on. */
export function makeAnalyseHandler(deps: PipelineDeps) {
  return (payload: StepPayload, run: JobRun): Promise<void> =>
    runStep(deps, 'analyse', payload, run, ({ revision, signal, onProgress }) =>
      deps.storage.withLocalFile(revision.originalKey!, async (file) => {
        const found = revision.probe as unknown as Probe;
        const analysis = await analyse(deps.ffmpeg, onlyTrack(file, found), { signal, onProgress });
        const analysisKey = `analysis/${revision.id}.bin`;
        await deps.storage.put(analysisKey, encodeAnalysis(analysis));
        return {
          changes: {
            analysisKey,
            durationMs: analysis.durationMs,
            report: { ...toReportBefore(analysis) },
            waveform: { ...toWaveformBefore(analysis) },
          },
        };
      }),
    );
}
