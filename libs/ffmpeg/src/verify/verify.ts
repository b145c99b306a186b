import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { analyse } from '../analyse/analyse.js';
import type { Ffmpeg } from '../find/ffmpeg.js';
import type { JobControl } from '../job.js';
import { onlyTrack } from '../order/source.js';
import { probe } from '../probe/probe.js';
import { forEncoder } from '../render/encoder.plan.js';
import type { OutputKind } from '../render/encoder.preset.js';
import type { RenderPlan } from '../render/plan.js';
import type { VideoKind } from '../render/video.plan.js';
import type { Verification } from './verification.js';
import { toChecks } from './verify.plan.js';

/**
 * Decodes the finished file with the same meter and says whether it keeps the promises, with the numbers,
 * the exact size and the SHA-256. A promise not kept is an answer, not an error.
 * @throws what `probe` and `analyse` throw.
 */
export async function verify(
  tools: Ffmpeg,
  file: string,
  plan: RenderPlan,
  kind: OutputKind | VideoKind = 'mp3',
  control: JobControl = {},
): Promise<Verification> {
  const found = await probe(tools, file, { signal: control.signal });
  const { report, waveform, durationMs } = await analyse(tools, onlyTrack(file, found), control);
  const checks = toChecks(report, planFor(plan, kind));
  const sha256 = await hash(file);
  return {
    passed: checks.every((check) => check.passed),
    checks,
    report,
    waveform,
    durationMs,
    sizeBytes: found.sizeBytes,
    sha256,
  };
}

/** Pictures come with the sound of `m4a` or `opus`. */
function planFor(plan: RenderPlan, kind: OutputKind | VideoKind): RenderPlan {
  return forEncoder(plan, kind === 'mp4' ? 'm4a' : kind === 'webm' ? 'opus' : kind);
}

async function hash(file: string): Promise<string> {
  const sum = createHash('sha256');
  for await (const chunk of createReadStream(file)) sum.update(chunk as Buffer);
  return sum.digest('hex');
}
