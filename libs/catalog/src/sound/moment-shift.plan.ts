import type { Takeaway } from '../episode/takeaway.js';
import { findMoment, findNext, type SoundTime, toComparable } from './time-shift.plan.js';

/** A takeaway whose moment was cut leads to what comes next only if that was said in the same breath. */
const sameBreathMs = 10_000;

/** A moment of one sound in the time of the next one: the same, else the first after it that is left; null: nothing is. */
export function shiftMoment(ms: number, from: SoundTime, to: SoundTime): number | null {
  return find(ms, from, to)?.ms ?? null;
}

/** Takeaways with their times in another sound. One whose moment is cut out stays, without a time. */
export function shiftTakeaways(takeaways: readonly Takeaway[], from: SoundTime, to: SoundTime): Takeaway[] {
  return takeaways.map(({ text, atMs }) => {
    const found = atMs === null ? null : find(atMs, from, to);
    return { text, atMs: found && found.lateMs <= sameBreathMs ? found.ms : null };
  });
}

function find(ms: number, from: SoundTime, to: SoundTime): { ms: number; lateMs: number } | null {
  const [old, now] = toComparable(from, to);
  const moment = findMoment(old, ms);
  const next = findNext(now, moment);
  if (!next) return null;
  const lateMs = next.moment.source === moment.source ? next.moment.ms - moment.ms : Infinity;
  return { ms: Math.round(next.ms), lateMs };
}
