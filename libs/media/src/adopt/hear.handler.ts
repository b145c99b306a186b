import { announce } from '#libs/database';
import { analyse, encodeAnalysis, toFindings } from '#libs/ffmpeg';
import { EstradeError } from '#libs/kernel';
import type { Handler } from '#libs/queue';
import type { QueryDeepPartialEntity } from 'typeorm';
import { keepWaveform } from '../pipeline/keep-waveform.js';
import type { PipelineDeps } from '../pipeline/pipeline.deps.js';
import { withTracks } from '../pipeline/track-files.js';
import { renditionReady } from '../recording/recording.facts.js';
import { Rendition } from '../recording/rendition.entity.js';
import { Revision } from '../recording/revision.entity.js';
import { notifyProgress } from '../recording/revision.writes.js';

/** What a file says of its length may be a guess; a difference like this is told again. */
const toleratedMs = 1_000;

/**
 * Measures a file that was taken over as it is: loudness, findings and waveform, as the analyse step does of an upload.
 * The file stays as it is; only its length is put right where it had said another one.
 */
export function makeHearHandler(deps: PipelineDeps): Handler<{ revisionId: string }> {
  return async ({ revisionId: id }, { signal }) => {
    const revision = await deps.dataSource.manager.findOneBy(Revision, { id, origin: 'import' });
    if (!revision || revision.analysisKey) return;
    try {
      await hear(deps, revision, signal);
    } catch (error) {
      // A file that cannot be decoded to its end plays as it did elsewhere; there is only nothing to show of it.
      if (signal.aborted || !(error instanceof EstradeError) || error.status >= 500) throw error;
    }
  };
}

async function hear(deps: PipelineDeps, revision: Revision, signal: AbortSignal): Promise<void> {
  const { id } = revision;
  const { storage, ffmpeg, dataSource } = deps;
  const analysis = await withTracks(storage, revision, (tracks) => analyse(ffmpeg, tracks, { signal }));
  const analysisKey = `analysis/${id}.bin`;
  await storage.put(analysisKey, encodeAnalysis(analysis));
  const waveform = await keepWaveform(storage, `${id}-before`, analysis.waveform);
  const { durationMs, report } = analysis;
  await dataSource.transaction(async (manager) => {
    const changes: Partial<Revision> = {
      ...{ analysisKey, durationMs },
      report: { before: report, after: report, findings: toFindings(analysis) },
      waveform: { before: waveform, after: waveform },
    };
    await manager.update(Revision, { id }, changes as QueryDeepPartialEntity<Revision>);
    const said = revision.durationMs ?? 0;
    if (Math.abs(said - durationMs) > toleratedMs) {
      await manager.update(Rendition, { revisionId: id }, { durationMs });
      await announce(manager, renditionReady, { recordingId: revision.recordingId, revisionId: id });
    }
    await notifyProgress(manager, revision);
  });
}
