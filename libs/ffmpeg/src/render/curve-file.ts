import { open, rm } from 'node:fs/promises';
import { newId } from '#libs/kernel';
import type { RenderPlan } from './plan.js';
import { curveOf, isPlain, wholeOf } from './curve.plan.js';

/** The filters read a little ahead, and what is too short would cut the sound's end off. */
const padding = 1000;
/** So much is made and written at a time: the curve of hours in memory would weigh as much as an encoder. */
const windowMs = 60_000;

/**
 * Writes a plan's gain curve beside an output for as long as the work lasts: f32le, one value per millisecond, one
 * second longer than the sound (14 MB an hour). Gives null to the work when one plain gain is enough.
 */
export async function withCurveFile<Result>(
  plan: RenderPlan,
  output: string,
  work: (curveFile: string | null) => Promise<Result>,
): Promise<Result> {
  const { timeline, steps } = wholeOf(plan);
  if (isPlain(timeline, steps)) return work(null);
  const file = `${output}.${newId()}.gain`;
  try {
    await writeCurve(plan, file);
    return await work(file);
  } finally {
    await rm(file, { force: true });
  }
}

async function writeCurve(plan: RenderPlan, file: string): Promise<void> {
  const { gainDb, durationMs } = plan;
  const { timeline, steps, startMs } = wholeOf(plan);
  const handle = await open(file, 'w');
  try {
    let last = 0;
    for (let at = 0; at < durationMs; at += windowMs) {
      const count = Math.min(windowMs, durationMs - at);
      const curve = curveOf(timeline, steps, { gainDb, startMs: startMs + at, count, stepMs: 1 });
      last = curve.at(-1)!;
      await handle.write(bytesOf(curve));
    }
    await handle.write(bytesOf(new Float32Array(padding).fill(last)));
  } finally {
    await handle.close();
  }
}

function bytesOf(values: Float32Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}
