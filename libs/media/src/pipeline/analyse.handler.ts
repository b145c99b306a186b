import { analyse, type Analysis, encodeAnalysis, planTracks, toFindings, type Track } from '#libs/ffmpeg';
import type { JobRun } from '#libs/queue';
import type { StepPayload } from '../recording/revision.writes.js';
import type { PipelineDeps } from './pipeline.deps.js';
import { keepWaveform } from './keep-waveform.js';
import { runStep, type StepInput } from './step-run.js';
import { withTracks } from './track-files.js';

/**
 * Second step: one decode to numbers. Loudness, findings and waveform of the recording can be shown from here on. Of
 * several tracks each is heard alone first, so that they can be brought together, and then their sum.
 */
export function makeAnalyseHandler(deps: PipelineDeps) {
  return (payload: StepPayload, run: JobRun): Promise<void> =>
    runStep(deps, 'analyse', payload, run, (input) =>
      withTracks(deps.storage, input.revision, async (tracks) => {
        const { revision } = input;
        const gains = await findGains(deps, tracks, input);
        const balanced = tracks.map((track, i) => ({ ...track, gainDb: gains[i]! }));
        const analysis = await hear(deps, balanced, input, tracks.length);
        const analysisKey = `analysis/${revision.id}.bin`;
        await deps.storage.put(analysisKey, encodeAnalysis(analysis));
        const waveform = await keepWaveform(deps.storage, `${revision.id}-before`, analysis.waveform);
        return {
          changes: {
            analysisKey,
            tracks: revision.tracks.map((track, i) => ({ ...track, gainDb: gains[i + 1]! })),
            durationMs: analysis.durationMs,
            report: { before: analysis.report, findings: toFindings(analysis) },
            waveform: { before: waveform },
          },
        };
      }),
    );
}

/** What each track gets beside the original, which stays as it is. */
async function findGains(deps: PipelineDeps, tracks: readonly Track[], input: StepInput): Promise<number[]> {
  if (tracks.length === 1) return [0];
  const heard: Analysis[] = [];
  for (const track of tracks) heard.push(await hear(deps, [{ ...track, gainDb: 0, delayMs: 0 }], input, heard.length));
  const gains = planTracks(heard);
  return gains.map((gain) => gain - gains[0]!);
}

/** One decode of several: those before it are done. */
function hear(
  deps: PipelineDeps,
  tracks: readonly Track[],
  { revision, signal, onProgress }: StepInput,
  before: number,
): Promise<Analysis> {
  const decodes = revision.tracks.length === 0 ? 1 : revision.tracks.length + 2;
  const done = decodes === 1 ? 0 : before;
  return analyse(deps.ffmpeg, tracks, { signal, onProgress: (share) => onProgress((done + share) / decodes) });
}
