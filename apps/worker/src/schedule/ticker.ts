import type { Log } from '#libs/config';

/** Something that is done again and again: its name for the log, how often, and the work, which is safe to do twice. */
export interface Chore {
  readonly name: string;
  readonly everyMs: number;
  readonly work: () => Promise<unknown>;
}

/**
 * Does each chore now and then every so often, never twice at once. One that fails is told to the log and done
 * again at its next time: rows say what is due, so that nothing is lost by a late or a missed round (`fault:F29`).
 */
export class Ticker {
  private readonly timers: NodeJS.Timeout[] = [];
  private readonly running = new Set<Promise<void>>();

  constructor(private readonly log: Pick<Log, 'warn'>) {}

  start(chores: readonly Chore[]): void {
    for (const chore of chores) this.repeat(chore);
  }

  /** Starts no more rounds and waits for those under way. */
  async stop(): Promise<void> {
    this.timers.forEach(clearInterval);
    await Promise.all(this.running);
  }

  private repeat({ name, everyMs, work }: Chore): void {
    let isBusy = false;
    const round = () => {
      if (isBusy) return;
      isBusy = true;
      const done = work()
        .then(() => {})
        .catch((error: unknown) =>
          this.log.warn({ chore: name, reason: String(error) }, 'a chore failed; it comes again'),
        )
        .finally(() => {
          isBusy = false;
          this.running.delete(done);
        });
      this.running.add(done);
    };
    this.timers.push(setInterval(round, everyMs));
    round();
  }
}
