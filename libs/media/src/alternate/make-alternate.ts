import { render, type RenderPlan, verify } from '#libs/ffmpeg';
import { join } from 'node:path';
import type { PipelineDeps } from '../pipeline/pipeline.deps.js';
import { giveWords, keepFile } from '../pipeline/words.js';
import { fileKinds, isSoundKind, type SoundKind } from '../recording/file-kinds.js';
import type { StoredOrder } from '../recording/render-order.js';
import type { Revision } from '../recording/revision.entity.js';
import { type AlternateJob, bitrateOf, type Made, withFiles } from './alternate-job.js';
import type { AlternateKind } from './alternates.plan.js';
import { makeHls, makeVideo } from './make-video.js';
import { untilItFits } from './until-it-fits.js';

/** Makes one file beside a revision's MP3. @throws what its programs throw, VerificationFailed, SourceGone */
export function makeAlternate(
  deps: PipelineDeps,
  revision: Revision,
  kind: AlternateKind,
  signal: AbortSignal,
): Promise<Made> {
  return deps.folders.use(`${revision.id}-${kind}`, (folder) => {
    const job: AlternateJob = { deps, revision, folder, signal };
    if (isSoundKind(kind)) return makeSound(job, kind);
    return kind === 'video' ? makeVideo(job) : makeHls(job);
  });
}

async function makeSound(
  { deps, revision, folder, signal }: AlternateJob,
  kind: Exclude<SoundKind, 'mp3'>,
): Promise<Made> {
  const plan = revision.plan as unknown as RenderPlan;
  const order = revision.order as unknown as StoredOrder;
  const { ending, mime } = fileKinds[kind];
  const rendered = join(folder, `rendered.${ending}`);
  const output = join(folder, `final.${ending}`);
  const done = await untilItFits(plan, async (wanted) => {
    await withFiles(deps, revision, (sources) =>
      render(deps.ffmpeg, { sources, plan: wanted, kind, output: rendered }, { signal }),
    );
    await giveWords(deps, { file: rendered, kind, durationMs: plan.durationMs, output }, order, signal);
    return verify(deps.ffmpeg, output, plan, kind, { signal });
  });
  const file = await keepFile(deps, output, `${kind}/${revision.id}-${done.sha256.slice(0, 16)}.${ending}`);
  return { ...file, kind, mime, durationMs: done.durationMs, bitrate: bitrateOf(file.bytes, done.durationMs) };
}
