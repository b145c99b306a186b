import type { Analysis } from '../analyse/analysis.js';
import type { Levelled } from '../level/level.plan.js';
import type { SoundOrder } from '../order/sound-order.js';
import type { PlanNote, RenderPlan } from './plan.js';

/** A note with its numbers as people read them: a tenth is enough. */
export function note(code: PlanNote['code'], params: PlanNote['params']): PlanNote {
  const rounded = Object.entries(params).map(([name, value]) => [
    name,
    typeof value === 'number' ? Math.round(value * 10) / 10 : value,
  ]);
  return { code, params: Object.fromEntries(rounded) as PlanNote['params'] };
}

/** What levelling did, or why it did nothing. */
export function levelNotes({ steps, spread, heldBackDb }: Levelled, { strength }: SoundOrder): PlanNote[] {
  if (spread === null) return [note('NO_VOICES', {})];
  const heldBack = heldBackDb >= 3 ? [note('HELD_BACK', { db: heldBackDb })] : [];
  if (steps.length > 0) return [note('LEVELLED', { from: spread.from, to: spread.to }), ...heldBack];
  if (heldBack.length > 0) return heldBack;
  return strength === 0 ? [] : [note('NOTHING_TO_LEVEL', { spread: Math.max(1, Math.ceil(spread.from)) })];
}

/** What the one gain could not do. */
export function gainNotes(
  { lufs, reductionDb, limitedShare }: RenderPlan['expected'],
  heardTarget: number,
  targetLufs: number,
): PlanNote[] {
  return [
    ...(Math.abs(lufs - heardTarget) > 0.3
      ? [note('TARGET_NOT_REACHED', { lufs: lufs - heardTarget + targetLufs, targetLufs })]
      : []),
    ...(reductionDb > 6 || limitedShare > 0.1
      ? [note('TOO_PEAKY', { reductionDb, percent: Math.round(limitedShare * 100) })]
      : []),
  ];
}

/** What the source lacks, and what is made of its channels. */
export function sourceNotes(analysis: Analysis): PlanNote[] {
  const { declaredMs, durationMs, emptyChannel } = analysis;
  return [
    ...(analysis.isTruncated ? [note('TRUNCATED', { declaredMs: declaredMs ?? 0, durationMs })] : []),
    ...(analysis.isDualMono ? [note('DUAL_MONO', {})] : []),
    ...(analysis.isSplitStereo ? [note('SPLIT_STEREO', {})] : []),
    ...(emptyChannel ? [note('EMPTY_CHANNEL', { side: emptyChannel })] : []),
    ...(analysis.downmix ? [note('MIXED_TO_STEREO', {})] : []),
    ...(analysis.clippedSamples > 50 ? [note('CLIPPED', { samples: analysis.clippedSamples })] : []),
  ];
}
