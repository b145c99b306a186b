import type { Clock } from '#libs/kernel';
import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { isMachine, isVia, type ShareKind, toVisitor } from './visitor.plan.js';
import { type ShareTally, writeShares } from './write-shares.js';

const flushMs = 60_000;
/** Beyond it a day counts nobody new: what could be counted twice is not counted at all. */
const mostVisitors = 200_000;
const mostLinks = 20_000;

/** One thing that somebody did at an address with a `via`. */
export interface ShareSeen {
  readonly via: unknown;
  readonly kind: ShareKind;
  readonly ip: string;
  readonly userAgent: string | undefined;
}

/**
 * Counts visits, plays and shares of guests' links, each person once a day, and writes sums down once a minute. Who it
 * was is a hash with a salt that is new every day and never leaves the memory; the address is forgotten at once
 * (`ux:K-13`). Counting never fails a page: nothing here throws (`fault:F12`).
 */
export class ShareRecorder {
  private tallies = new Map<string, ShareTally>();
  private day = '';
  private salt = Buffer.alloc(0);
  private readonly seen = new Set<string>();
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

  count({ via, kind, ip, userAgent }: ShareSeen): void {
    if (!isVia(via) || isMachine(userAgent)) return;
    const today = this.clock.now().toISOString().slice(0, 10);
    if (today !== this.day) this.begin(today);
    const key = `${kind} ${via} ${toVisitor(this.salt, ip, userAgent!)}`;
    if (this.seen.has(key) || this.seen.size >= mostVisitors) return;
    const tally = this.tallyOf(via, today);
    if (!tally) return;
    this.seen.add(key);
    tally[`${kind}s`] += 1;
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

  /** A new day: nobody of yesterday can be told from somebody new. */
  private begin(day: string): void {
    this.day = day;
    this.salt = randomBytes(32);
    this.seen.clear();
  }

  private tallyOf(via: string, day: string): ShareTally | undefined {
    const key = `${via} ${day}`;
    let tally = this.tallies.get(key);
    if (!tally && this.tallies.size < mostLinks) {
      tally = { via, day, visits: 0, plays: 0, shares: 0 };
      this.tallies.set(key, tally);
    }
    return tally;
  }

  private async write(): Promise<void> {
    if (this.tallies.size === 0) return;
    const tallies = this.tallies;
    this.tallies = new Map();
    try {
      await writeShares(this.dataSource, [...tallies.values()]);
    } catch (error) {
      this.log.warn({ reason: String(error) }, 'visits by links could not be written; they are tried again');
      for (const { via, day, visits, plays, shares } of tallies.values()) {
        const tally = this.tallyOf(via, day);
        if (!tally) return;
        tally.visits += visits;
        tally.plays += plays;
        tally.shares += shares;
      }
    }
  }
}
