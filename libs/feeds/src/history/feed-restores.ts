import { EpisodeQuery, readWithdrawn, requireRole } from '#libs/catalog';
import { notify } from '#libs/database';
import { type Actor, newId, NotFound } from '#libs/kernel';
import type { EntityManager } from 'typeorm';
import type { FeedDocument } from '../diff/feed-document.xml.js';
import { digestOf, toFeedBytes } from '../feed/feed-bytes.js';
import { FeedVersion } from '../feed/feed-version.entity.js';
import { feedsChannel } from '../feed/feed.facts.js';
import { withBuildDate } from '../feed/feed.xml.js';
import { FeedDesk, type FeedDeskDeps } from './feed-desk.js';
import { FeedHistoryQuery, type VersionSummary } from './feed-history.query.js';
import { VersionLacksEpisodes, VersionUnsafe } from './feed.error.js';
import { isFileKept } from './kept-file.js';
import { readDocument } from './read-document.js';
import { requestCheck } from './request-check.js';
import { enclosureOf, planRestore, type PublicState } from './restore.plan.js';

/** Puts old versions of feeds back. */
export class FeedRestores {
  private readonly desk: FeedDesk;

  constructor(private readonly deps: FeedDeskDeps) {
    this.desk = new FeedDesk(deps);
  }

  /**
   * Serves the words of an old version again, from now until the content changes: what a producer does when something
   * went wrong and has yet to be mended. Refused when it would publish what is not public or not to be read any more, announce a file that is gone
   * or change a guid; with episodes missing only when the producer has said that it is meant.
   */
  async restore(
    actor: Actor,
    showId: string,
    feedId: string,
    versionId: string,
    { acceptMissing = false }: { acceptMissing?: boolean } = {},
  ): Promise<void> {
    requireRole(actor, showId, ['owner', 'producer'], 'publish');
    const old = await this.desk.version(actor, showId, feedId, versionId);
    if (old.state !== 'past') throw new NotFound('This version');
    await this.deps.dataSource.transaction(async (manager) => {
      await manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [feedId]); // the builder's lock
      const history = new FeedHistoryQuery(manager);
      const served = await history.served(feedId, this.deps.clock.now());
      if (!served) throw new NotFound('This version');
      const before = await readDocument(await history.pages(old));
      const now = await readDocument(await history.pages(served));
      const plan = planRestore(before, now, await this.publicState(manager, before, now, old.changedAt));
      if (plan.problems.length > 0) throw new VersionUnsafe(plan);
      if (plan.missing.length > 0 && !acceptMissing) throw new VersionLacksEpisodes(plan);
      await this.store(manager, feedId, old, served);
    });
  }

  /** What the feed lists at this moment is public there; a replaced file answers for a while. */
  private async publicState(
    manager: EntityManager,
    old: FeedDocument,
    served: FeedDocument,
    since: Date,
  ): Promise<PublicState> {
    const files = new Set(served.items.map(enclosureOf));
    const query = new EpisodeQuery(manager);
    for (const url of old.items.map(enclosureOf)) {
      if (!files.has(url) && (await isFileKept(url, query, this.deps.clock.now()))) files.add(url);
    }
    const guids = served.items.map(({ guid }) => guid);
    return { guids: new Set(guids), files, withdrawn: await readWithdrawn(manager, guids, since) };
  }

  private async store(
    manager: EntityManager,
    feedId: string,
    old: VersionSummary,
    served: VersionSummary,
  ): Promise<void> {
    const now = new Date(Math.max(this.deps.clock.now().getTime(), served.validFrom.getTime() + 1));
    // Last-Modified needs whole seconds, each later than the one before.
    const seconds = Math.floor(now.getTime() / 1000) * 1000;
    const changedAt = new Date(Math.max(seconds, served.changedAt.getTime() + 1000));
    for (const { page, itemCount, bytes } of await new FeedHistoryQuery(manager).pagesWithCounts(old)) {
      const xml = withBuildDate(bytes.toString('utf8'), changedAt);
      await manager.insert(FeedVersion, {
        ...{ id: newId(), feedId, version: served.version, page, validFrom: now, changedAt, itemCount },
        ...{ ...(await toFeedBytes(xml)), digest: digestOf(xml), restoredFrom: old.changedAt },
      });
    }
    const [feed]: { path: string | null }[] = await manager.query('select path from feeds where id = $1', [feedId]);
    if (feed?.path) await notify(manager, feedsChannel, { feedId, path: feed.path });
    await requestCheck(manager, feedId, now);
  }
}
