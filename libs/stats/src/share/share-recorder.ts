import { type Clock, toNetwork } from '#libs/kernel';
import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { isMachine, isVia, type ShareKind, toVisitor } from './visitor.plan.js';
import { WaitingVisits, type WaitingVisit } from './waiting-visits.js';
import { findCounted, type ShareTally, writeShares } from './write-shares.js';

const flushMs = 60_000;
/** Beyond it a day counts nobody new: what could be counted twice is not counted at all. */
const mostVisitors = 200_000;
/** Of these, from one address or network: more than any office or campus, and no more than a hundredth. */
const mostOfClient = 2_000;
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
 * (`ux:K-13`). Only who comes by a code that exists takes a place among the day's visitors; what comes by another waits
 * for the next writing, which asks. Counting never fails a page: nothing here throws (`fault:F12`).
 */
export class ShareRecorder {
  private tallies = new Map<string, ShareTally>();
  private day = '';
  private salt = Buffer.alloc(0);
  private readonly seen = new Set<string>();
  /** How many of them came from one client. */
  private readonly clients = new Map<string, number>();
  /** Codes that exist, as far as they were asked for today. */
  private readonly known = new Set<string>();
  private readonly waiting = new WaitingVisits();
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
    if (this.seen.has(key)) return;
    const visit = { key, via, kind, client: toVisitor(this.salt, toNetwork(ip), ''), day: today };
    if (this.known.has(via)) this.place(visit);
    else this.waiting.add(visit);
  }

  /** Writes down what was counted; of several at once, one after the other. */
  flush(): Promise<void> {
    this.writing = this.writing.then(() => this.settle()).then(() => this.write());
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
    this.clients.clear();
    this.known.clear();
  }

  private place({ key, via, kind, client, day }: WaitingVisit): void {
    const ofClient = this.clients.get(client) ?? 0;
    if (this.seen.has(key) || this.seen.size >= mostVisitors || ofClient >= mostOfClient) return;
    const tally = this.tallyOf(via, day);
    if (!tally) return;
    this.seen.add(key);
    this.clients.set(client, ofClient + 1);
    tally[`${kind}s`] += 1;
  }

  /** Gives those a place whose code exists; the others are forgotten. */
  private async settle(): Promise<void> {
    const visits = this.waiting.take();
    if (visits.length === 0) return;
    try {
      const found = await findCounted(this.dataSource, [...new Set(visits.map(({ via }) => via))]);
      for (const via of found) this.known.add(via);
      for (const visit of visits) if (found.has(visit.via)) this.place(visit);
    } catch (error) {
      this.log.warn({ reason: String(error) }, 'codes of links could not be looked up; they are tried again');
      for (const visit of visits) this.waiting.add(visit);
    }
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
