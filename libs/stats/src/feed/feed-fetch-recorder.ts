import type { Clock } from '#libs/kernel';
import type { DataSource } from 'typeorm';
import { toApp } from './app.plan.js';
import { add, emptyTally, type FeedAnswered, merge, type Tally } from './tally.js';
import { writeTallies } from './write-tallies.js';

const flushMs = 60_000;
const mostAgents = 2_000;
const mostVersions = 20_000;

type Counts = Map<string, Map<string, Tally>>;

/**
 * Counts in memory which apps fetch which feeds, and writes it down once a minute and at the end. An answer costs two
 * look-ups; nothing of a person is kept, not even in memory: the User-Agent becomes one of a few names at once, and
 * addresses are not looked at. When it cannot be written, feeds go on, and so does counting (`fault:F12`).
 */
export class FeedFetchRecorder {
  private counts: Counts = new Map();
  private readonly agents = new Map<string, string>();
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly dataSource: Pick<DataSource, 'query'>,
    private readonly clock: Clock,
    private readonly log: { warn(fields: object, message: string): void },
  ) {}

  start(): void {
    this.timer = setInterval(() => void this.flush(), flushMs);
    this.timer.unref();
  }

  /** Never throws: what is counted wrongly is no reason to serve wrongly. */
  count(answered: FeedAnswered): void {
    const tallies = this.talliesOf(answered.versionId);
    if (!tallies) return;
    const app = this.appOf(answered.userAgent);
    let tally = tallies.get(app);
    if (!tally) tallies.set(app, (tally = emptyTally()));
    add(tally, answered, this.clock.now().getTime());
  }

  /** Writes down what was counted; of several at once, one after the other. */
  flush(): Promise<void> {
    this.writing = this.writing.then(() => this.write());
    return this.writing;
  }

  /** Writes down what is left. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.flush();
  }

  private talliesOf(versionId: string): Map<string, Tally> | undefined {
    let tallies = this.counts.get(versionId);
    if (!tallies && this.counts.size < mostVersions) this.counts.set(versionId, (tallies = new Map()));
    return tallies;
  }

  private appOf(userAgent = ''): string {
    const known = this.agents.get(userAgent);
    if (known) return known;
    const app = toApp(userAgent);
    if (this.agents.size >= mostAgents) this.agents.clear();
    // A long one is not worth the memory, and no app that matters has one.
    if (userAgent.length <= 512) this.agents.set(userAgent, app);
    return app;
  }

  private async write(): Promise<void> {
    if (this.counts.size === 0) return;
    const counts = this.counts;
    this.counts = new Map();
    try {
      await writeTallies(this.dataSource, counts, this.clock.now());
    } catch (error) {
      this.log.warn({ reason: String(error) }, 'feed fetches could not be written; they are tried again');
      this.putBack(counts);
    }
  }

  private putBack(counts: Counts): void {
    for (const [versionId, tallies] of counts) {
      const current = this.talliesOf(versionId);
      if (!current) return;
      for (const [app, tally] of tallies) {
        const newer = current.get(app);
        if (newer) merge(newer, tally);
        else current.set(app, tally);
      }
    }
  }
}
