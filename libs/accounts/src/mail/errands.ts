import type { Log } from '#libs/config';

/**
 * Work that goes on after the answer: mails, and what depends on whether an address is known, so that the answer
 * takes the same time either way (`abuse:A35`). A failure is logged; the person can ask again.
 */
export class Errands {
  private readonly running = new Set<Promise<void>>();
  private readonly ending = new AbortController();

  /** Aborted when the app is about to close: nobody should start to wait any more. */
  readonly signal = this.ending.signal;

  constructor(private readonly log: Pick<Log, 'error'>) {}

  run(name: string, work: () => Promise<void>): void {
    const errand = work()
      .catch((err: unknown) => this.log.error({ err, errand: name }, 'an errand failed'))
      .finally(() => this.running.delete(errand));
    this.running.add(errand);
  }

  /** Before the app closes: lets what is running finish, but nothing wait for another try. */
  async end(): Promise<void> {
    this.ending.abort();
    await this.done();
  }

  /** Resolves when nothing is left to do. */
  async done(): Promise<void> {
    while (this.running.size > 0) await Promise.all(this.running);
  }
}
