import type { FeedEncoding, StoredFeedLookup, StoredFeedQuery } from '#libs/feeds';
import type { Clock } from '#libs/kernel';
import { type FeedAnswer, toAnswers } from './feed-answer.js';

type Answers = Record<FeedEncoding, FeedAnswer>;
export type FeedState = { kind: 'found'; answers: Answers } | { kind: 'gone' } | { kind: 'missing' };
interface Entry {
  state: FeedState;
  isStale: boolean;
}

const mostUnknownPaths = 1_000;
const retryMs = 1_000;

/**
 * Feeds in memory, by path. Validators of every feed asked for stay (a 304 never needs more), bodies up to `mostBytes`,
 * the ones not sent for longest given up first. A hit costs no query (`load:L01`). What changes is forgotten when the
 * database says so; when it cannot be asked again, the known feed goes on being served (`fault:F12`).
 */
export class FeedCache {
  private readonly entries = new Map<string, Entry>();
  private readonly unknownPaths = new Set<string>();
  private readonly loading = new Map<string, Promise<FeedState>>();
  private readonly reading = new Map<FeedAnswer, Promise<Buffer | undefined>>();
  private readonly bodies = new Set<FeedAnswer>();
  private heldBytes = 0;
  private uses = 0;
  private askAgainAt = 0;

  constructor(
    private readonly feeds: Pick<StoredFeedQuery, 'byPath' | 'bytes'>,
    private readonly clock: Clock,
    private readonly mostBytes = 64 << 20,
  ) {}

  /** The feed if it is known and current, without waiting. */
  peek(path: string): FeedState | undefined {
    const entry = this.entries.get(path);
    return entry && !entry.isStale ? entry.state : undefined;
  }

  /** The feed, read from the database if need be; of several requests at once one reads. */
  async get(path: string): Promise<FeedState> {
    const entry = this.entries.get(path);
    if (entry && (!entry.isStale || this.clock.now().getTime() < this.askAgainAt)) return entry.state;
    const loading = this.loading.get(path) ?? this.load(path);
    try {
      return await loading;
    } catch (error) {
      if (!entry) throw error;
      this.askAgainAt = this.clock.now().getTime() + retryMs;
      return entry.state;
    }
  }

  /** The body, read if it is not held; undefined when the version is not stored any more. */
  async bodyOf(answer: FeedAnswer): Promise<Buffer | undefined> {
    answer.usedAt = ++this.uses;
    if (answer.body) return answer.body;
    let reading = this.reading.get(answer);
    if (!reading) {
      reading = this.feeds.bytes(answer.versionId, answer.encoding).finally(() => this.reading.delete(answer));
      this.reading.set(answer, reading);
    }
    const body = await reading;
    if (body && !answer.body) this.hold(answer, body);
    return body;
  }

  /** Notes that a body was sent straight from memory. */
  touch(answer: FeedAnswer): void {
    answer.usedAt = ++this.uses;
  }

  /** The feed at this path has changed, appeared or gone. */
  forget(path: string): void {
    this.loading.delete(path);
    const entry = this.entries.get(path);
    if (entry) entry.isStale = true;
    if (this.unknownPaths.delete(path)) this.entries.delete(path);
  }

  /** Anything may have changed: notifications may have been missed. */
  forgetAll(): void {
    for (const path of [...this.entries.keys(), ...this.loading.keys()]) this.forget(path);
  }

  private load(path: string): Promise<FeedState> {
    const loading = this.feeds
      .byPath(path)
      .then((found) => {
        const state = this.toState(path, found);
        // Forgotten while it was being read: good enough for who waits, not worth keeping.
        if (this.loading.get(path) === loading) this.keep(path, state);
        return state;
      })
      .finally(() => {
        if (this.loading.get(path) === loading) this.loading.delete(path);
      });
    this.loading.set(path, loading);
    return loading;
  }

  /** The same version keeps its answers, so its bodies need not be read again. */
  private toState(path: string, found: StoredFeedLookup): FeedState {
    if (found.kind !== 'found') return found;
    const known = this.entries.get(path)?.state;
    if (known?.kind === 'found' && known.answers.identity.versionId === found.versionId) return known;
    return { kind: 'found', answers: toAnswers(found) };
  }

  private keep(path: string, state: FeedState): void {
    const before = this.entries.get(path)?.state;
    if (before?.kind === 'found' && before !== state)
      for (const old of Object.values(before.answers)) this.release(old);
    this.entries.set(path, { state, isStale: false });
    if (state.kind !== 'missing') return;
    this.unknownPaths.add(path);
    if (this.unknownPaths.size > mostUnknownPaths) this.forget(this.unknownPaths.values().next().value!);
  }

  private hold(answer: FeedAnswer, body: Buffer): void {
    answer.body = body;
    this.bodies.add(answer);
    this.heldBytes += answer.size;
    while (this.heldBytes > this.mostBytes && this.bodies.size > 1) {
      this.release([...this.bodies].reduce((a, b) => (a.usedAt <= b.usedAt ? a : b)));
    }
  }

  private release(answer: FeedAnswer): void {
    if (!this.bodies.delete(answer)) return;
    answer.body = undefined;
    this.heldBytes -= answer.size;
  }
}
