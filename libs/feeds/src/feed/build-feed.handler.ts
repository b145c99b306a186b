import type { Addresses } from '#libs/catalog';
import { notify } from '#libs/database';
import { type Clock, newId } from '#libs/kernel';
import type { Handler, PayloadOf } from '#libs/queue';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import type { buildFeed } from './build-feed.job.js';
import { digestOf, toFeedBytes } from './feed-bytes.js';
import { FeedVersion } from './feed-version.entity.js';
import { readFeedView } from './feed-view.query.js';
import { Feed } from './feed.entity.js';
import { feedsChannel } from './feed.facts.js';
import type { FeedView } from './feed.view.js';
import { buildFeedXml, withBuildDate } from './feed.xml.js';

export interface BuildFeedDeps {
  dataSource: DataSource;
  addresses: Addresses;
  clock: Clock;
}

/** Stored versions of a feed that are kept. */
const keptVersions = 20;

/**
 * Builds a feed up to the newest wanted version: one builder at a time for each feed, and an order that another build has
 * already satisfied leaves quietly. Everything is read in one snapshot. The same content keeps its bytes and validators.
 */
export function makeBuildFeed(deps: BuildFeedDeps): Handler<PayloadOf<typeof buildFeed>> {
  return async ({ feedId, version }) => {
    const runner = deps.dataSource.createQueryRunner();
    try {
      await runner.query('select pg_advisory_lock(hashtextextended($1, 0))', [feedId]);
      await build(deps, runner, feedId, version);
    } finally {
      await runner.query('select pg_advisory_unlock(hashtextextended($1, 0))', [feedId]).catch(() => {});
      await runner.release();
    }
  };
}

async function build(deps: BuildFeedDeps, runner: QueryRunner, feedId: string, version: number): Promise<void> {
  const state = await read(runner, feedId, deps);
  if (!state || state.feed.builtVersion >= Math.max(version, state.feed.wantedVersion)) return;
  const { feed, newest, view } = state;
  const change = view ? await toChange(deps, view, newest) : { goneAt: feed.goneAt ?? deps.clock.now() };
  await inTransaction(runner, (manager) => store(manager, feed, change));
}

interface State {
  feed: Feed;
  newest: FeedVersion | null;
  view: FeedView | undefined;
}

/** One consistent snapshot: a release that commits in the meantime is seen whole by the next build. */
async function read(
  runner: QueryRunner,
  feedId: string,
  { addresses, clock }: BuildFeedDeps,
): Promise<State | undefined> {
  return inTransaction(
    runner,
    async (manager) => {
      const feed = await manager.findOneBy(Feed, { id: feedId });
      if (!feed) return undefined;
      const newest = await manager.findOne(FeedVersion, {
        select: { id: true, version: true, digest: true, changedAt: true },
        where: { feedId },
        order: { version: 'DESC' },
      });
      const reading = await readFeedView(manager, feed, { addresses, at: clock.now() });
      return { feed, newest, view: reading?.view };
    },
    'REPEATABLE READ',
  );
}

interface Change {
  goneAt: Date | null;
  path?: string;
  /** The first one is kept for life (`feed:P12`). */
  podcastGuid?: string;
  bytes?: Pick<FeedVersion, 'identity' | 'gzip' | 'br' | 'digest' | 'changedAt' | 'itemCount'>;
}

/**
 * What has to be stored. Bytes only when the content differs from the newest version's, whatever `lastBuildDate` says
 * (`feed:H08`); `changedAt` is in whole seconds and always later than the one before, as Last-Modified needs it. A show
 * without a cover (`feed:C07`) gets no feed until it has one.
 */
async function toChange(
  { addresses, clock }: BuildFeedDeps,
  view: FeedView,
  newest: FeedVersion | null,
): Promise<Change> {
  if (!view.channel.coverKey && !newest) return { goneAt: null };
  const { isPrivate, podcastGuid } = view.channel;
  // A private feed has as many addresses as readers, and none in its row.
  const seen = {
    ...(!isPrivate && { path: addresses.path(view.channel.feedUrl) }),
    ...(podcastGuid && { podcastGuid }),
  };
  const now = Math.floor(clock.now().getTime() / 1000) * 1000;
  const changedAt = new Date(newest ? Math.max(now, newest.changedAt.getTime() + 1000) : now);
  const { xml, itemCount } = buildFeedXml(view, addresses, newest?.changedAt ?? changedAt);
  if (newest && digestOf(xml) === newest.digest) return { goneAt: null, ...seen };
  const dated = withBuildDate(xml, changedAt);
  return {
    goneAt: null,
    ...seen,
    bytes: { ...(await toFeedBytes(dated)), digest: digestOf(dated), changedAt, itemCount },
  };
}

async function store(manager: EntityManager, feed: Feed, { goneAt, path, podcastGuid, bytes }: Change): Promise<void> {
  const version = feed.wantedVersion;
  if (bytes) {
    await manager.insert(FeedVersion, { id: newId(), feedId: feed.id, version, ...bytes });
    await manager.query(
      `delete from feed_versions where feed_id = $1 and version not in
       (select version from feed_versions where feed_id = $1 order by version desc limit ${keptVersions})`,
      [feed.id],
    );
  }
  const guid = feed.podcastGuid ?? podcastGuid ?? null;
  await manager.update(Feed, feed.id, { builtVersion: version, goneAt, podcastGuid: guid, ...(path && { path }) });
  const isSeen = bytes || Boolean(goneAt) !== Boolean(feed.goneAt) || (path && path !== feed.path);
  const address = path ?? feed.path;
  if (isSeen && address) await notify(manager, feedsChannel, { feedId: feed.id, path: address });
  if (isSeen && feed.path && address !== feed.path)
    await notify(manager, feedsChannel, { feedId: feed.id, path: feed.path });
}

async function inTransaction<T>(
  runner: QueryRunner,
  work: (manager: EntityManager) => Promise<T>,
  isolation?: 'REPEATABLE READ',
): Promise<T> {
  await runner.startTransaction(isolation);
  try {
    const result = await work(runner.manager);
    await runner.commitTransaction();
    return result;
  } catch (error) {
    await runner.rollbackTransaction().catch(() => {});
    throw error;
  }
}
