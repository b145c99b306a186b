import type { StoredFeedQuery } from '#libs/feeds';
import type { Clock } from '#libs/kernel';
import type { FeedAnswer } from './feed-answer.js';
import { FeedBodies } from './feed-bodies.js';
import { advance, type Answers, answersOf, type Entry, type FeedState, toEntry } from './feed-entry.js';

/** A feed, or a page of a long one, as it is asked for. */
export interface FeedKey {
  /** The address without origin and query. */
  path: string;
  /** From 1, the newest items. */
  page: number;
}

const mostUnknown = 1_000;
const retryMs = 1_000;
/** Bytes that will be served so soon are read now. */
const soonMs = 10_000;

/**
 * Feeds in memory. Validators of every feed asked for stay (a 304 never needs more), bodies up to `mostBytes`; a hit
 * costs no query (`load:L01`). What is stored ahead of its moment takes its place at that moment without asking anybody.
 * What changes is forgotten when the database says so, and looked for every now and then (`refresh`); when it cannot be
 * asked, the known feed goes on being served (`fault:F12`).
 */
export class FeedCache {
  private readonly entries = new Map<string, Entry>();
  /** The keys in `entries`, by path. */
  private readonly keysOf = new Map<string, Set<string>>();
  private readonly unknown = new Set<string>();
  private readonly loading = new Map<string, Promise<FeedState>>();
  private readonly bodies: FeedBodies;
  private askAgainAt = 0;

  constructor(
    private readonly feeds: Pick<StoredFeedQuery, 'byPath' | 'bytes' | 'stamps'>,
    private readonly clock: Clock,
    private readonly origin: string,
    mostBytes = 64 << 20,
  ) {
    this.bodies = new FeedBodies(feeds, mostBytes);
  }

  /** The feed if it is known and current, without waiting. @param key the path, with `?page=` from the second page on. */
  peek(key: string): FeedState | undefined {
    const entry = this.entries.get(key);
    if (!entry || entry.isStale) return undefined;
    if (entry.nextAt !== Infinity) this.advance(entry);
    return entry.state;
  }

  /** The feed, read from the database if need be; of several requests at once one reads. */
  async get(at: FeedKey): Promise<FeedState> {
    const key = toKey(at);
    const entry = this.entries.get(key);
    if (entry) this.advance(entry);
    if (entry && (!entry.isStale || this.clock.now().getTime() < this.askAgainAt)) return entry.state;
    const loading = this.loading.get(key) ?? this.load(key, at);
    try {
      return await loading;
    } catch (error) {
      if (!entry) throw error;
      this.askAgainAt = this.clock.now().getTime() + retryMs;
      return entry.state;
    }
  }

  /** The body, read if it is not held; undefined when the version is not stored any more. */
  bodyOf(answer: FeedAnswer): Promise<Buffer | undefined> {
    return this.bodies.get(answer);
  }

  /** Notes that a body was sent straight from memory. */
  touch(answer: FeedAnswer): void {
    this.bodies.touch(answer);
  }

  /** The feed at this path has changed, appeared or gone: all its pages. */
  forget(path: string): void {
    for (const key of [path, ...(this.keysOf.get(path) ?? [])]) this.forgetKey(key, path);
  }

  /** Anything may have changed: notifications may have been missed. */
  forgetAll(): void {
    for (const path of this.keysOf.keys()) this.forget(path);
    for (const key of this.loading.keys()) this.loading.delete(key);
  }

  /** Compares all that is known with the database in one query, and reads the bytes that will be served within seconds. */
  async refresh(): Promise<void> {
    const paths = [...this.keysOf.keys()];
    if (paths.length === 0) return;
    const stamps = await this.feeds.stamps(paths);
    for (const path of paths) {
      const keys = [...(this.keysOf.get(path) ?? [])];
      if (keys.some((key) => this.entries.get(key)?.stamp !== (stamps.get(path) ?? ''))) this.forget(path);
    }
    await this.readAhead();
  }

  private async readAhead(): Promise<void> {
    const soon = this.clock.now().getTime() + soonMs;
    for (const { state, planned, nextAt } of this.entries.values()) {
      if (nextAt > soon || state.kind !== 'found') continue;
      for (const answer of Object.values(state.answers)) {
        if (answer.body) await this.bodies.get(planned[0]!.state.answers[answer.encoding]);
      }
    }
  }

  private advance(entry: Entry): void {
    const before = answersOf(entry);
    if (advance(entry, this.clock.now().getTime())) this.release(before, entry);
  }

  private load(key: string, { path, page }: FeedKey): Promise<FeedState> {
    const loading = this.feeds
      .byPath(path, this.clock.now(), page)
      .then((found) => {
        const entry = toEntry(found, this.origin + key, this.entries.get(key));
        // Forgotten while it was being read: good enough for who waits, not worth keeping.
        if (this.loading.get(key) === loading) this.keep(key, path, entry);
        return entry.state;
      })
      .finally(() => {
        if (this.loading.get(key) === loading) this.loading.delete(key);
      });
    this.loading.set(key, loading);
    return loading;
  }

  private keep(key: string, path: string, entry: Entry): void {
    const before = this.entries.get(key);
    this.entries.set(key, entry);
    this.keysOf.set(path, (this.keysOf.get(path) ?? new Set()).add(key));
    if (before) this.release(answersOf(before), entry);
    this.unknown.delete(key);
    if (entry.state.kind !== 'missing') return;
    this.unknown.add(key);
    if (this.unknown.size > mostUnknown) this.drop(this.unknown.values().next().value!);
  }

  private forgetKey(key: string, path: string): void {
    this.loading.delete(key);
    const entry = this.entries.get(key);
    if (entry) entry.isStale = true;
    if (this.unknown.has(key)) this.drop(key, path);
  }

  private drop(key: string, path = key.split('?')[0]!): void {
    this.unknown.delete(key);
    this.entries.delete(key);
    const keys = this.keysOf.get(path);
    keys?.delete(key);
    if (keys?.size === 0) this.keysOf.delete(path);
  }

  /** Gives up the bodies of what the entry does not say any more. */
  private release(before: readonly Answers[], after: Entry): void {
    const kept = new Set(answersOf(after));
    for (const answers of before) if (!kept.has(answers)) Object.values(answers).forEach((a) => this.bodies.release(a));
  }
}

/** What a feed, or a page of it, is kept under: its address without the origin. */
export function toKey({ path, page }: FeedKey): string {
  return page > 1 ? `${path}?page=${page}` : path;
}
