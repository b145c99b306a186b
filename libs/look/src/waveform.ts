/**
 * A waveform as the `d` of one stroked path: mirrored bars, 2 px with 1 px gaps, in a box of `bars * 3` by
 * `height` px. Peaks are 0–100; they are resampled (mean square of each slice) to the number of bars, and drawn so
 * that speech levelled near the top still shows its shape.
 */
export function waveformPath(peaks: readonly number[], bars: number, height: number): string {
  return resample(peaks, bars)
    .map((peak, index) => {
      const half = Math.max(1, Math.round(shape(peak) * (height / 2 - 1)));
      return `M${index * 3 + 1} ${height / 2 - half}v${half * 2}`;
    })
    .join('');
}

/** Share of the half height: the power keeps loud parts apart that would all be near 1. */
function shape(peak: number): number {
  return (Math.min(100, Math.max(0, peak)) / 100) ** 1.6;
}

function resample(peaks: readonly number[], bars: number): number[] {
  return Array.from({ length: bars }, (_, index) => {
    const from = Math.floor((index * peaks.length) / bars);
    const slice = peaks.slice(from, Math.max(from + 1, Math.floor(((index + 1) * peaks.length) / bars)));
    return Math.sqrt(slice.reduce((sum, peak) => sum + peak ** 2, 0) / Math.max(1, slice.length));
  });
}
