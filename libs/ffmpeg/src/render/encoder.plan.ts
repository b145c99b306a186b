import type { RenderPlan } from './plan.js';

/** LAME scales its input by 0.95 at the CBR rates used here: -0.45 dB, measured on both builds. Look again when the encoder changes. */
export const lameLossDb = 0.45;

/** -1.9 dBFS: leaves room for what the limiter does not see between samples and what LAME adds. */
export const mp3Limit = 0.803;
/** -2.4 dBFS: AAC and Opus overshoot by up to 1.1 dB. */
const overshootingLimit = 0.76;

/** How much lower the ceiling of AAC and Opus is than that of MP3. */
export const overshoot = overshootingLimit / mp3Limit;

/** The plan as it is for another encoder: AAC and Opus keep the level that LAME loses, and need a lower ceiling. */
export function forEncoder(plan: RenderPlan, kind: 'mp3' | 'm4a' | 'opus'): RenderPlan {
  return kind === 'mp3' ? plan : { ...plan, ...plan.lossless };
}
