const bars = 200;

/**
 * At most 200 bars of 0 to 100 from the stored overview of a waveform: pairs of smallest and largest sample (−128 to
 * 127); empty when there is none.
 */
export function toPeaks(overview: unknown): number[] {
  if (!Array.isArray(overview) || !overview.every((n) => typeof n === 'number')) return [];
  const heights = pairHeights(overview);
  const count = Math.min(bars, heights.length);
  return Array.from({ length: count }, (_, bar) => {
    const from = Math.floor((bar * heights.length) / count);
    const to = Math.max(from + 1, Math.floor(((bar + 1) * heights.length) / count));
    return Math.max(...heights.slice(from, to));
  });
}

function pairHeights(overview: readonly number[]): number[] {
  return Array.from({ length: Math.floor(overview.length / 2) }, (_, i) =>
    Math.min(100, Math.round((Math.max(-overview[i * 2]!, overview[i * 2 + 1]!, 0) / 128) * 100)),
  );
}
