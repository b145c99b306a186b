/** How long a program may run, compute and be silent, and how much it may write. */
export interface Limits {
  readonly wallSeconds: number;
  readonly cpuSeconds: number;
  /** Without any sign of progress for so long, it hangs. Absent: only the wall limit counts. */
  readonly stallSeconds?: number;
  /** Of the largest file it writes. */
  readonly mostFileBytes?: number;
}

/** How long an ffmpeg may show no progress before it is taken for hung. */
export const usualStallSeconds = 90;

/** Wall limit of a job in seconds: 30 s + a quarter of the sound's length, four times that on a loaded machine. */
export function wallLimitSeconds(durationMs: number): number {
  return Math.ceil(4 * (30 + durationMs / 4000));
}

/** Processor limit of a job in seconds; the 2018 build needs three times what today's does. */
export function cpuLimitSeconds(durationMs: number): number {
  return Math.ceil(30 + durationMs / 4000);
}

/**
 * How long nothing need come out: while sound that is not wanted is read first, at least 20 times as fast as it plays,
 * and while a finished file is moved once more to make room at its front, at least 20 MB a second.
 */
export function stallLimitSeconds(stallSeconds: number, skippedMs: number, movedBytes = 0): number {
  return stallSeconds + Math.ceil(skippedMs / 20_000) + Math.ceil(movedBytes / 20e6);
}
