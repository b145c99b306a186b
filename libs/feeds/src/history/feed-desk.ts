import { requireRole, requireSeeShow } from '#libs/catalog';
import { type Actor, type Clock, NotFound } from '#libs/kernel';
import type { DataSource } from 'typeorm';
import type { FeedDocument } from '../diff/feed-document.xml.js';
import { type AppEffects, findAppEffects } from '../diff/app-effects.plan.js';
import { diffFeeds, type FeedDiff } from '../diff/feed-diff.plan.js';
import { type AdviceId, isSilenceable } from '../check/advice.js';
import { FeedHistoryQuery, type FeedSummary, type VersionSummary } from './feed-history.query.js';
import { readDocument } from './read-document.js';
import { requestCheck } from './request-check.js';
import { FeedSilence } from './silence.entity.js';

export interface FeedDeskDeps {
  dataSource: DataSource;
  clock: Clock;
}

/** A version beside the one before it. */
export interface VersionComparison {
  version: VersionSummary;
  previous: VersionSummary | null;
  diff: FeedDiff;
  effects: AppEffects[];
}

const producers = ['owner', 'producer'] as const;

/** The stored feeds of a show, for its producers: what is served, what was, and what it changed. */
export class FeedDesk {
  private readonly history: FeedHistoryQuery;

  constructor(private readonly deps: FeedDeskDeps) {
    this.history = new FeedHistoryQuery(deps.dataSource);
  }

  async list(actor: Actor, showId: string): Promise<{ feeds: FeedSummary[]; silenced: AdviceId[] }> {
    requireSeeShow(actor, showId);
    const silences = await this.deps.dataSource.getRepository(FeedSilence).findBy({ showId });
    const feeds = await this.history.ofShow(showId, this.deps.clock.now());
    return { feeds, silenced: silences.map(({ adviceId }) => adviceId).sort() };
  }

  /** @throws NotFound, also for a feed of another show. */
  async get(actor: Actor, showId: string, feedId: string): Promise<FeedSummary> {
    const feed = (await this.list(actor, showId)).feeds.find(({ id }) => id === feedId);
    if (!feed) throw new NotFound('This feed');
    return feed;
  }

  /** Newest first, twenty a page. */
  async versions(
    actor: Actor,
    showId: string,
    feedId: string,
    page: number,
  ): Promise<{ items: VersionSummary[]; total: number; pages: number }> {
    await this.get(actor, showId, feedId);
    const size = 20;
    const found = await this.history.versions(feedId, this.deps.clock.now(), page, size);
    return { ...found, pages: Math.max(1, Math.ceil(found.total / size)) };
  }

  async compare(actor: Actor, showId: string, feedId: string, versionId: string): Promise<VersionComparison> {
    const version = await this.version(actor, showId, feedId, versionId);
    const previous = await this.history.before(feedId, version, this.deps.clock.now());
    const before = previous && (await this.read(previous));
    const diff = diffFeeds(before, await this.read(version));
    return { version, previous: previous ?? null, diff, effects: findAppEffects(diff) };
  }

  /** The plain bytes of a version's first page, exactly as they were served. */
  async bytes(actor: Actor, showId: string, feedId: string, versionId: string): Promise<Buffer> {
    const [first] = await this.history.pages(await this.version(actor, showId, feedId, versionId));
    return first!;
  }

  /** Wants a look at the feed; what it finds is kept with its time. */
  async check(actor: Actor, showId: string, feedId: string): Promise<void> {
    requireRole(actor, showId, ['owner', 'producer', 'editor'], 'write');
    await this.get(actor, showId, feedId);
    await this.deps.dataSource.transaction((manager) => requestCheck(manager, feedId, this.deps.clock.now()));
  }

  async silence(actor: Actor, showId: string, adviceId: AdviceId): Promise<void> {
    requireRole(actor, showId, producers, 'write');
    if (!isSilenceable(adviceId)) throw new NotFound('This advice');
    await this.deps.dataSource.getRepository(FeedSilence).upsert({ showId, adviceId }, ['showId', 'adviceId']);
  }

  async unsilence(actor: Actor, showId: string, adviceId: AdviceId): Promise<void> {
    requireRole(actor, showId, producers, 'write');
    await this.deps.dataSource.getRepository(FeedSilence).delete({ showId, adviceId });
  }

  /** @throws NotFound, also for a version of another feed. */
  async version(actor: Actor, showId: string, feedId: string, versionId: string): Promise<VersionSummary> {
    await this.get(actor, showId, feedId);
    const version = await this.history.version(feedId, versionId, this.deps.clock.now());
    if (!version) throw new NotFound('This version');
    return version;
  }

  private async read(version: VersionSummary): Promise<FeedDocument> {
    return readDocument(await this.history.pages(version));
  }
}
