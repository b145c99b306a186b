import type { Clock } from '#libs/kernel';
import type { WebDeps } from '../web.deps.js';

/** Whether the instance can serve: asked of database, schema and storage at most every few seconds. */
export class Readiness {
  private stopping = false;
  private asked: { at: number; answer: Promise<boolean> } | undefined;

  constructor(
    private readonly deps: Pick<WebDeps, 'dataSource' | 'storage' | 'log'> & { clock: Clock },
    private readonly newestMigration: string,
    private readonly keepMs = 2_000,
  ) {}

  /** From now on not ready: the first step of a stop. */
  stop(): void {
    this.stopping = true;
  }

  async isReady(): Promise<boolean> {
    if (this.stopping) return false;
    const now = this.deps.clock.now().getTime();
    if (!this.asked || now - this.asked.at > this.keepMs) this.asked = { at: now, answer: this.ask() };
    return this.asked.answer;
  }

  private async ask(): Promise<boolean> {
    const { dataSource, storage, log } = this.deps;
    const timeout = new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Error('no answer within 3 s')), 3_000).unref();
    });
    try {
      const [rows] = await Promise.race([
        Promise.all([
          dataSource.query<{ name: string }[]>('select name from migrations order by timestamp desc limit 1'),
          storage.check(),
        ]),
        timeout,
      ]);
      return rows[0]?.name === this.newestMigration;
    } catch (error) {
      log.warn({ reason: (error as Error).message.slice(0, 300) }, 'not ready');
      return false;
    }
  }
}
