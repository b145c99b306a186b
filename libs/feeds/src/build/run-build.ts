import { type Addresses, renewHosts } from '#libs/catalog';
import type { Clock } from '#libs/kernel';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { Feed } from '../feed/feed.entity.js';
import { toFeedBytes } from '../feed/feed-bytes.js';
import { PagedFeed, type WrittenPage } from './build-pages.js';
import { ItemTexts } from './item-texts.js';
import { type Moment, type Moments, readMoments } from './read-moments.js';
import {
  finish,
  keepOnly,
  type NewPage,
  type NewVersion,
  storeCurrent,
  storeGone,
  storePlanned,
} from './store-build.js';
import { readStoredVersions, type StoredVersion, type StoredVersions } from './stored-versions.js';

export interface BuildDeps {
  dataSource: DataSource;
  addresses: Addresses;
  clock: Clock;
  /** Hubs of this instance that public feeds name. */
  hubs?: readonly string[];
  /** Podping is told of public podcasts. */
  podping?: boolean;
}

export interface BuildOrder {
  feedId: string;
  /** The version that was wanted when it was ordered. */
  version: number;
}

/**
 * Builds a feed up to the newest wanted version: one builder at a time for each feed, and an order that another build
 * has satisfied already leaves quietly. What is served now comes first and is told of at once; then what will be served
 * from each planned moment within a day on. The same content keeps its bytes and validators.
 */
export async function runBuild(deps: BuildDeps, { feedId, version }: BuildOrder): Promise<void> {
  const runner = deps.dataSource.createQueryRunner();
  try {
    await runner.query('select pg_advisory_lock(hashtextextended($1, 0))', [feedId]);
    await build(deps, runner, feedId, version);
  } finally {
    await runner.query('select pg_advisory_unlock(hashtextextended($1, 0))', [feedId]).catch(() => {});
    await runner.release();
  }
}

interface State extends Moments {
  feed: Feed;
  stored: StoredVersions;
}

async function build(deps: BuildDeps, runner: QueryRunner, feedId: string, version: number): Promise<void> {
  const now = deps.clock.now();
  await runner.query('update feeds set built_at = $2 where id = $1 and built_version < wanted_version', [feedId, now]);
  const state = await read(deps, runner, feedId, version, now);
  if (!state) return;
  const { feed, moments } = state;
  const [present, ...coming] = moments;
  if (!present) return inTransaction(runner, (manager) => storeGone(manager, feed, now));
  if (!present.view.channel.coverKey && !state.stored.current) {
    // Without a cover (feed:C07) there is no feed.
    return inTransaction(runner, (manager) => finish(manager, feed, null));
  }
  const texts = new ItemTexts(deps.addresses);
  const first = await toVersion(deps, texts, present, state.stored.current, undefined);
  const moves = coming.map(({ at }) => at);
  await inTransaction(runner, async (manager) => {
    await keepOnly(manager, feed, now, moves);
    await storeCurrent(manager, feed, { view: present.view, addresses: deps.addresses, now, ...first });
  });
  if (await buildAhead(deps, runner, state, coming, texts, first)) {
    await inTransaction(runner, (manager) => finish(manager, feed, state.prepareAt));
  }
}

/** False when it gave up because something newer is wanted. */
async function buildAhead(
  deps: BuildDeps,
  runner: QueryRunner,
  { feed, stored }: State,
  coming: readonly Moment[],
  texts: ItemTexts,
  first: Standing,
): Promise<boolean> {
  let last = first;
  for (const moment of coming) {
    if (await isOvertaken(deps, runner, feed, moment)) return false;
    const known = stored.planned.filter(({ validFrom }) => Number(validFrom) === Number(moment.at)).at(-1);
    const next = await toVersion(deps, texts, moment, known, last);
    await inTransaction(runner, (manager) => storePlanned(manager, feed, moment.at, next));
    last = next;
  }
  return true;
}

/** Later moments can wait for the build that is wanted by now; those of the next minute cannot. */
async function isOvertaken({ clock }: BuildDeps, runner: QueryRunner, feed: Feed, { at }: Moment): Promise<boolean> {
  if (at.getTime() - clock.now().getTime() < 60_000) return false;
  const [row]: { wanted: number }[] = await runner.query('select wanted_version as wanted from feeds where id = $1', [
    feed.id,
  ]);
  return row !== undefined && row.wanted > feed.wantedVersion;
}

/** One consistent snapshot: a release that commits in the meantime is seen whole by the next build. */
async function read(
  { addresses, hubs = [], podping = false }: BuildDeps,
  runner: QueryRunner,
  feedId: string,
  version: number,
  at: Date,
): Promise<State | undefined> {
  return inTransaction(
    runner,
    async (manager) => {
      const feed = await manager.findOneBy(Feed, { id: feedId });
      if (!feed || feed.builtVersion >= Math.max(version, feed.wantedVersion)) return undefined;
      await renewHosts(manager, addresses);
      const stored = await readStoredVersions(manager, feedId, at);
      const { moments, prepareAt } = await readMoments(manager, feed, { addresses, hubs, podping, at });
      return { feed, stored, prepareAt, moments: moments.map((moment) => withoutEarlyGuid(feed, stored, moment)) };
    },
    'REPEATABLE READ',
  );
}

/**
 * A show's or event's podcast:guid is made with the plan of its first release, so that the bytes stored ahead have it;
 * a feed that has never listed anything does not tell it before (`abuse:A31`).
 */
function withoutEarlyGuid({ kind }: Feed, { hasListed }: StoredVersions, { at, view }: Moment): Moment {
  const isEarly = (kind === 'show' || kind === 'event') && !hasListed && view.episodes.length === 0;
  return isEarly ? { at, view: { ...view, channel: { ...view.channel, podcastGuid: null } } } : { at, view };
}

/** Where a version stands in time: what it says last changed then, in these bytes. */
export interface Standing {
  changedAt: Date;
  digests: readonly string[];
  /** Its bytes, when they are not stored yet. */
  fresh?: NewVersion;
  /** It says what the one before it says already. */
  isRepeat?: boolean;
}

type Known = Omit<Standing, 'fresh'> & Pick<StoredVersion, 'putOver'>;

/**
 * What is to be stored of a moment. Bytes only when the content differs from what is stored for it and from what is
 * served before it, whatever `lastBuildDate` says (`feed:H08`); that is in whole seconds, and always later than the one
 * before, as Last-Modified needs it. For a planned moment it is that moment.
 */
async function toVersion(
  { addresses }: BuildDeps,
  texts: ItemTexts,
  { at, view }: Moment,
  known: Known | undefined,
  before: Standing | undefined,
): Promise<Standing> {
  const feed = new PagedFeed(view, addresses, await texts.of(view));
  if (known?.putOver && (await feed.isSame(known.putOver)))
    return { changedAt: known.changedAt, digests: known.digests };
  if (before && (await feed.isSame(before))) {
    return { changedAt: before.changedAt, digests: before.digests, isRepeat: true };
  }
  const isLater = !before || (known && known.changedAt > before.changedAt);
  if (known && isLater && (await feed.isSame(known))) return { changedAt: known.changedAt, digests: known.digests };
  const earliest = before ? before.changedAt.getTime() + 1000 : known ? known.changedAt.getTime() + 1000 : 0;
  const changedAt = new Date(Math.max(Math.floor(at.getTime() / 1000) * 1000, earliest));
  const pages = await compress(await feed.write(changedAt));
  return { changedAt, digests: pages.map(({ digest }) => digest), fresh: { changedAt, pages } };
}

/** All pages at once, outside this thread: there are few, and somebody waits. */
async function compress(written: readonly WrittenPage[]): Promise<NewPage[]> {
  return Promise.all(written.map(async ({ xml, ...page }) => ({ ...page, bytes: await toFeedBytes(xml) })));
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
