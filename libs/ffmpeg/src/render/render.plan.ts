import type { Analysis } from '../analyse/analysis.js';
import { centile, fromLufs, toLufs, windowMeans } from '../analyse/loudness.js';
import { speechHighpassHz } from '../analyse/channel-meter.js';
import { publishChannels } from './channels.plan.js';
import { solveGain } from './gain.plan.js';
import type { SoundOrder } from '../order/sound-order.js';
import { timelineMs, toTimeline } from '../order/timeline.js';
import type { PlanNote, RenderPlan } from './plan.js';

/** LAME scales its input by 0.95 at the CBR rates used here: -0.45 dB, measured on both builds. Look again when the encoder changes. */
export const lameLossDb = 0.45;

/** -1.9 dBFS: leaves room for what the limiter does not see between samples and what the encoder adds. */
const limitLinear = 0.803;

/**
 * Decides how a measured recording becomes the published MP3: channels, one exact gain, the limiter's
 * ceiling. Pure arithmetic on the analysis; the target is as heard.
 */
export function planRender(analysis: Analysis, order: SoundOrder): RenderPlan {
  const { channels, pan, energy } = publishChannels(analysis, order.monoAsStereo);
  const timeline = toTimeline(analysis.durationMs, order.cuts);
  const base = {
    version: 2 as const,
    attempt: 1,
    timeline,
    pans: { recording: pan },
    steps: [],
    channels,
    sampleRate: analysis.sampleRate,
    limitLinear,
    kbps: channels === 'mono' ? 96 : 128,
    targetLufs: order.targetLufs,
    durationMs: timelineMs(timeline),
  };
  const notes = sourceNotes(analysis);
  const loud = loudBlocks(energy);
  if (loud < -62) {
    const expected = { lufs: analysis.report.asHeardLufs, reductionDb: 0, limitedShare: 0 };
    return {
      ...base,
      mode: 'leave',
      gainDb: 0,
      highpassHz: null,
      expected,
      notes: [note('NEAR_SILENT', { lufs: round(loud) }), ...notes],
    };
  }
  const solved = solveFor(analysis, order.targetLufs, limitLinear);
  return {
    ...base,
    mode: 'linear',
    ...solved,
    highpassHz: speechHighpassHz,
    notes: [...gainNotes(solved.expected, order), ...notes],
  };
}

/** The gain for a target and a ceiling, and what it will do. As heard, so it is the same for mono and its two sides. */
export function solveFor(
  analysis: Analysis,
  targetLufs: number,
  limit: number,
): Pick<RenderPlan, 'gainDb' | 'expected'> {
  const { energy } = publishChannels(analysis, false);
  const solved = solveGain(energy, analysis.bins.peak, targetLufs + lameLossDb, limit);
  const { lufs, reductionDb, limitedShare } = solved;
  return {
    gainDb: round(solved.gainDb),
    expected: { lufs: round(lufs - lameLossDb), reductionDb: round(reductionDb), limitedShare: round(limitedShare) },
  };
}

/** The 95th centile of the 100 ms blocks that are not silent, LUFS. */
function loudBlocks(energy: Float32Array): number {
  const audible = windowMeans(energy, 10, 10).filter((value) => value > fromLufs(-70));
  return audible.length === 0 ? -70 : toLufs(centile(audible.sort(), 0.95));
}

function gainNotes(expected: RenderPlan['expected'], order: SoundOrder): PlanNote[] {
  const { lufs, reductionDb, limitedShare } = expected;
  return [
    ...(Math.abs(lufs - order.targetLufs) > 0.3
      ? [note('TARGET_NOT_REACHED', { lufs, targetLufs: order.targetLufs })]
      : []),
    ...(reductionDb > 6 || limitedShare > 0.1
      ? [note('TOO_PEAKY', { reductionDb, percent: Math.round(limitedShare * 100) })]
      : []),
  ];
}

function sourceNotes(analysis: Analysis): PlanNote[] {
  const { declaredMs, durationMs, emptyChannel } = analysis;
  return [
    ...(analysis.isTruncated ? [note('TRUNCATED', { declaredMs: declaredMs ?? 0, durationMs })] : []),
    ...(analysis.isDualMono ? [note('DUAL_MONO', {})] : []),
    ...(emptyChannel ? [note('EMPTY_CHANNEL', { side: emptyChannel })] : []),
    ...(analysis.downmix ? [note('MIXED_TO_STEREO', {})] : []),
    ...(analysis.clippedSamples > 50 ? [note('CLIPPED', { samples: analysis.clippedSamples })] : []),
  ];
}

function note(code: PlanNote['code'], params: PlanNote['params']): PlanNote {
  return { code, params };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
