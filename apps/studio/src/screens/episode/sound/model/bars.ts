import type { View } from './view';

/** Peaks as the API sends them, opened: pairs of smallest and largest sample, −128 to 127. */
export interface Peaks {
  bucketsPerSecond: number;
  durationMs: number;
  pairs: Int8Array;
}

export function openPeaks(sent: { bucketsPerSecond: number; durationMs: number; peaks: string }): Peaks {
  const bytes = Uint8Array.from(atob(sent.peaks), (c) => c.charCodeAt(0));
  return { ...sent, pairs: new Int8Array(bytes.buffer) };
}

/** The height of each bar, 0 to 100, in the part that is shown; null where this side has no sound. `place` maps the axis. */
export function toBars(
  peaks: Peaks,
  view: View,
  count: number,
  place: (at: number) => number | null,
): (number | null)[] {
  const each = (view.endMs - view.startMs) / count;
  return Array.from({ length: count }, (_, i) => {
    const at = place(view.startMs + (i + 0.5) * each);
    return at === null ? null : reach(peaks, at - each / 2, at + each / 2);
  });
}

/** The loudest sample in a stretch. */
function reach({ pairs, bucketsPerSecond }: Peaks, fromMs: number, toMs: number): number {
  const last = pairs.length / 2 - 1;
  const from = Math.max(0, Math.min(last, Math.floor((fromMs / 1000) * bucketsPerSecond)));
  const to = Math.max(from, Math.min(last, Math.ceil((toMs / 1000) * bucketsPerSecond) - 1));
  let most = 0;
  for (let i = from; i <= to; i += 1) most = Math.max(most, -(pairs[2 * i] ?? 0), pairs[2 * i + 1] ?? 0);
  return (most / 128) * 100;
}

/** Mirrored bars as the `d` of a stroked path, 2 px with 1 px gaps, in a box of `bars * 3` by `height`. */
export function barsPath(bars: readonly (number | null)[], height: number): string {
  return bars
    .map((bar, i) => {
      if (bar === null) return '';
      const half = Math.max(1, Math.round((bar / 100) ** 1.6 * (height / 2 - 1)));
      return `M${i * 3 + 1} ${height / 2 - half}v${half * 2}`;
    })
    .join('');
}
