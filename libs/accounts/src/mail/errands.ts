import type { Log } from '#libs/config';

/**
 * Work that goes on after the answer: mails, and what depends on whether an address is known, so that the answer
 * takes the same time either way (`abuse:A35`). A failure is logged; the person can ask again.
 */
export class Errands {
  private readonly running = new Set<Promise<void>>();

  constructor(private readonly log: Pick<Log, 'error'>) {}

  run(name: string, work: () => Promise<void>): void {
    const errand = work()
      .catch((err: unknown) => this.log.error({ err, errand: name }, 'an errand failed'))
      .finally(() => this.running.delete(errand));
    this.running.add(errand);
  }

  /** Resolves when nothing is left to do: before the app closes, and in tests. */
  async done(): Promise<void> {
    while (this.running.size > 0) await Promise.all(this.running);
  }
}
