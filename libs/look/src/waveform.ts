/**
 * A waveform as the `d` of one stroked path: mirrored bars, 2 px with 1 px gaps, in a box of `bars * 3` by
 * `height` px. Peaks are 0–100 and are resampled (largest of each slice) to the number of bars.
 */
export function waveformPath(peaks: readonly number[], bars: number, height: number): string {
  return resample(peaks, bars)
    .map((peak, index) => {
      const half = Math.max(1, Math.round((Math.min(100, Math.max(0, peak)) / 100) * (height / 2 - 1)));
      return `M${index * 3 + 1} ${height / 2 - half}v${half * 2}`;
    })
    .join('');
}

function resample(peaks: readonly number[], bars: number): number[] {
  return Array.from({ length: bars }, (_, index) => {
    const from = Math.floor((index * peaks.length) / bars);
    const to = Math.max(from + 1, Math.floor(((index + 1) * peaks.length) / bars));
    return Math.max(0, ...peaks.slice(from, to));
  });
}
