/** Something that a run does again and again beside its work. */
export interface Beat {
  /** Begins no more rounds and waits for the one under way. */
  stop(): Promise<void>;
}

/**
 * Does `round` every so many milliseconds, never twice at once. One that fails is let go: a moment without the database
 * must not end hours of work, and the run's last transaction decides.
 */
export function startBeat(everyMs: number, round: () => Promise<void>): Beat {
  let running: Promise<void> | undefined;
  const timer = setInterval(() => {
    running ??= round()
      .catch(() => {})
      .finally(() => (running = undefined));
  }, everyMs);
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
