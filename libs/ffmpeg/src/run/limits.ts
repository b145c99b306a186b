/** Wall limit of a job in seconds: 30 s + a quarter of the sound's length, four times that on a loaded machine. */
export function wallLimitSeconds(durationMs: number): number {
  return Math.ceil(4 * (30 + durationMs / 4000));
}

/** Processor limit of a job in seconds; the 2018 build needs three times what today's does. */
export function cpuLimitSeconds(durationMs: number): number {
  return Math.ceil(30 + durationMs / 4000);
}
