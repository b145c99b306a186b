import { rm, writeFile } from 'node:fs/promises';
import { newId } from '#libs/kernel';
import type { RenderPlan } from './plan.js';
import { toGainCurve } from './curve.plan.js';

/** The filters read a little ahead, and what is too short would cut the sound's end off. */
const padding = 1000;

/**
 * Writes a plan's gain curve beside an output for as long as the work lasts: f32le, one value per millisecond, one
 * second longer than the sound (14 MB an hour). Gives null to the work when one plain gain is enough.
 */
export async function withCurveFile<Result>(
  plan: RenderPlan,
  output: string,
  work: (curveFile: string | null) => Promise<Result>,
): Promise<Result> {
  const curve = toGainCurve(plan);
  if (curve === null) return work(null);
  const file = `${output}.${newId()}.gain`;
  const padded = new Float32Array(curve.length + padding).fill(curve.at(-1) ?? 0);
  padded.set(curve);
  try {
    await writeFile(file, new Uint8Array(padded.buffer));
    return await work(file);
  } finally {
    await rm(file, { force: true });
  }
}
