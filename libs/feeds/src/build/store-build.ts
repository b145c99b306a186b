import type { Addresses } from '#libs/catalog';
import { announce, notify } from '#libs/database';
import { newId } from '#libs/kernel';
import type { EntityManager } from 'typeorm';
import { digestOf, type FeedBytes } from '../feed/feed-bytes.js';
import { FeedVersion } from '../feed/feed-version.entity.js';
import { Feed } from '../feed/feed.entity.js';
import { feedChanged, feedsChannel } from '../feed/feed.facts.js';
import type { FeedView } from '../feed/feed.view.js';
import { forgetFormer } from '../history/forget-erased.js';
import { thinOldVersions } from '../history/keep-versions.js';

/** One page as it is stored. */
export interface NewPage {
  page: number;
  digest: string;
  itemCount: number;
  bytes: FeedBytes;
}

/** Bytes that are not stored yet. */
export interface NewVersion {
  changedAt: Date;
  pages: NewPage[];
}

export interface Present {
  view: FeedView;
  addresses: Addresses;
  now: Date;
  digests: readonly string[];
  fresh?: NewVersion;
}

/** What is served from now on, with all that the web app says beside the bytes; web apps and `feed.changed` hear of what is new. */
export async function storeCurrent(
  manager: EntityManager,
  feed: Feed,
  { view: { channel }, addresses, now, digests, fresh }: Present,
): Promise<void> {
  if (fresh) {
    await insertVersion(manager, feed, now, fresh);
    await thinOldVersions(manager, feed.id, now);
  }
  await forgetFormer(manager, feed, now);
  const told = toToldDigest(digests);
  const changes = {
    goneAt: null,
    // A secret address is in no row.
    path: channel.isPrivate ? null : addresses.path(channel.feedUrl),
    pageUrl: channel.pageUrl,
    hubs: channel.hubs,
    movedTo: (feed.kind === 'show' && channel.feed.movedTo) || null,
    podcastGuid: feed.kind === 'show' || feed.kind === 'event' ? null : (feed.podcastGuid ?? channel.podcastGuid),
  };
  await manager.update(Feed, feed.id, { ...changes, toldDigest: told });
  if (told !== feed.toldDigest) await announce(manager, feedChanged, { feedId: feed.id });
  if (fresh || !isSame(feed, changes)) await tell(manager, feed, changes.path);
  if (feed.path && feed.path !== changes.path) await tell(manager, feed, feed.path);
}

/** What is served from a planned moment on, in place of what was stored for it; nothing where it says what is said before it. */
export async function storePlanned(
  manager: EntityManager,
  feed: Feed,
  at: Date,
  { fresh, isRepeat }: { fresh?: NewVersion; isRepeat?: boolean },
): Promise<void> {
  if (!fresh && !isRepeat) return;
  const { affected } = await manager.delete(FeedVersion, { feedId: feed.id, validFrom: at });
  if (fresh) await insertVersion(manager, feed, at, fresh);
  if (fresh || affected) await tell(manager, feed, feed.path);
}

/** Takes away what was stored for moments that are not planned any more. */
export async function keepOnly(manager: EntityManager, feed: Feed, now: Date, moments: readonly Date[]): Promise<void> {
  const [, count]: [unknown, number] = await manager.query(
    `delete from feed_versions where feed_id = $1 and valid_from > $2 and not valid_from = any($3::timestamptz[])`,
    [feed.id, now, moments],
  );
  if (count > 0) await tell(manager, feed, feed.path);
}

/** What it is about is deleted: the address answers 410. */
export async function storeGone(manager: EntityManager, feed: Feed, now: Date): Promise<void> {
  await keepOnly(manager, feed, now, []);
  await manager.update(Feed, feed.id, { goneAt: feed.goneAt ?? now });
  await finish(manager, feed, null);
  if (!feed.goneAt) await tell(manager, feed, feed.path);
}

/** The version that was wanted when everything was read is built. `prepareAt`: when it has to be built again by itself. */
export async function finish(manager: EntityManager, feed: Feed, prepareAt: Date | null): Promise<void> {
  await manager.update(Feed, feed.id, { builtVersion: feed.wantedVersion, prepareAt });
}

async function insertVersion(
  manager: EntityManager,
  { id: feedId, wantedVersion: version }: Feed,
  validFrom: Date,
  { changedAt, pages }: NewVersion,
): Promise<void> {
  for (const { page, digest, itemCount, bytes } of pages) {
    const row = { id: newId(), feedId, version, page, validFrom, changedAt, digest, itemCount };
    await manager.insert(FeedVersion, { ...row, ...bytes });
  }
}

/** Of all pages. */
function toToldDigest(digests: readonly string[]): string {
  return digests.length === 1 ? digests[0]! : digestOf(digests.join());
}

function isSame(feed: Feed, after: Pick<Feed, 'goneAt' | 'path' | 'pageUrl' | 'hubs' | 'movedTo'>): boolean {
  return (
    !feed.goneAt &&
    feed.path === after.path &&
    feed.pageUrl === after.pageUrl &&
    feed.movedTo === after.movedTo &&
    feed.hubs.join() === after.hubs.join()
  );
}

async function tell(manager: EntityManager, { id: feedId }: Feed, path: string | null): Promise<void> {
  await notify(manager, feedsChannel, { feedId, path });
}
