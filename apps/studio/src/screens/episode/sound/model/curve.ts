import type { View } from './view';
import { toShare } from './view';

/** The scale of the plot, LUFS. */
const [top, floor] = [-8, -44];

/** Share of the height from the top, 0 to 1. */
export const toHeight = (lufs: number): number => (top - Math.max(floor, Math.min(top, lufs))) / (top - floor);

/** One value a second (3 s that end there) as a path in a box of 1000 by `height`; broken where `place` has no place. */
export function curvePath(
  values: readonly number[],
  view: View,
  height: number,
  place: (ms: number) => number | null,
): string {
  const step = Math.max(1, Math.floor((view.endMs - view.startMs) / 1000 / 500));
  let [path, isDown, lastAt] = ['', false, -Infinity];
  for (let i = 0; i < values.length; i += step) {
    const at = place(i * 1000 + 500);
    const share = at === null ? -1 : toShare(view, at);
    const isSeen = at !== null && share >= -0.05 && share <= 1.05;
    const hasJumped = at !== null && at - lastAt > (step + 0.5) * 1000;
    if (isSeen)
      path += `${isDown && !hasJumped ? 'L' : 'M'}${round(share * 1000)} ${round(toHeight(values[i]!) * height)}`;
    isDown = isSeen;
    if (at !== null) lastAt = at;
  }
  return path;
}

/** What the curve says in numbers: the middle 90 % of what is above a pause, and the share within the band. */
export function describeCurve(values: readonly number[], band: readonly [low: number, high: number]) {
  const heard = values.filter((v) => v > -60).sort((a, b) => a - b);
  if (heard.length === 0) return null;
  const centile = (share: number) => heard[Math.round(share * (heard.length - 1))]!;
  const within = heard.filter((v) => v >= band[0] && v <= band[1]).length / heard.length;
  return { low: centile(0.05), high: centile(0.95), within };
}

/** Rows for the table behind the plot: at most `most`, each with the energy mean of both sides from there on. */
export function toRows(before: readonly number[], after: readonly (number | null)[], most: number) {
  const each = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600].find((s) => before.length / s <= most) ?? 1200;
  return Array.from({ length: Math.ceil(before.length / each) }, (_, row) => {
    const part = <T>(values: readonly T[]) => values.slice(row * each, (row + 1) * each);
    return { atMs: row * each * 1000, before: mean(part(before)), after: mean(part(after)) };
  });
}

function mean(values: readonly (number | null)[]): number | null {
  const known = values.filter((v): v is number => v !== null);
  if (known.length === 0) return null;
  return 10 * Math.log10(known.reduce((sum, v) => sum + 10 ** (v / 10), 0) / known.length);
}

const round = (value: number): number => Math.round(value * 10) / 10;
