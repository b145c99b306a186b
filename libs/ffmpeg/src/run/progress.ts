/** Reads one line of `-progress` output; null for a line without a time. 0..1 of the wanted length. */
export function progressOf(line: string, durationMs: number): number | null {
  const found = /^out_time_ms=(\d+)/.exec(line.trim());
  if (!found || durationMs <= 0) return null;
  // ffmpeg calls it ms and means microseconds, in every version.
  return Math.min(1, Number(found[1]) / 1000 / durationMs);
}
