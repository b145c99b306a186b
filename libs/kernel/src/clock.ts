/** The present moment. Everything that needs it takes a clock, so that a test can set the time. */
export interface Clock {
  now(): Date;
}

/** The machine's own clock. */
export const systemClock: Clock = { now: () => new Date() };
