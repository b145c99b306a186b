import type { TimeRange } from '../../../../api/sound.types';
import { addRange } from '../model/ranges';
import type { SoundValue } from './sound-value';

export type RangeKind = 'cut' | 'leave' | 'only';

/** One stretch with what is wanted there. */
export interface Mark {
  kind: RangeKind;
  range: TimeRange;
}

/** All stretches of all kinds in the order of time. */
export function toMarks({ cuts, leave, only }: SoundValue): Mark[] {
  const of = (kind: RangeKind, ranges: readonly TimeRange[]) => ranges.map((range) => ({ kind, range }));
  return [...of('cut', cuts), ...of('leave', leave), ...of('only', only ? [only] : [])].sort(
    (a, b) => a.range.startMs - b.range.startMs,
  );
}

export function withMark(value: SoundValue, { kind, range }: Mark): SoundValue {
  if (kind === 'only') return { ...value, only: range };
  if (kind === 'cut') return { ...value, cuts: addRange(value.cuts, range) };
  return { ...value, leave: addRange(value.leave, range) };
}

export function withoutMark(value: SoundValue, { kind, range }: Mark): SoundValue {
  const others = (ranges: readonly TimeRange[]) =>
    ranges.filter((r) => r.startMs !== range.startMs || r.endMs !== range.endMs);
  if (kind === 'only') return { ...value, only: null };
  return kind === 'cut' ? { ...value, cuts: others(value.cuts) } : { ...value, leave: others(value.leave) };
}
