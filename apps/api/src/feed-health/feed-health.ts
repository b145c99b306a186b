import type { DataSource } from 'typeorm';
import { requireRole } from '#libs/catalog';
import { FeedDesk, readServedSizes, readToldFeed } from '#libs/feeds';
import { PushesQuery, pushAgain, type PushSubject, type PushTargets, toPushTargets, whyNotPushed } from '#libs/hooks';
import { type Actor, EstradeError, NotFound } from '#libs/kernel';
import { FeedFetchesQuery } from '#libs/stats';
import type { ApiDeps } from '../api.deps.js';
import {
  type FeedHealthAnswer,
  type PushesAnswer,
  toAppAnswer,
  toPushAnswer,
  toUnchangedShare,
} from './feed-health.answer.js';

/** 409: nobody is told of this feed, for the reason that `silence` names. */
export class FeedNotTold extends EstradeError {
  constructor(silence: string) {
    super('FEED_NOT_TOLD', 409, 'Nobody is told of this feed, so nothing was sent.', {}, [], { silence });
  }
}

/** How a feed is doing: what is served, who fetched it, who was told. Feeds, counts and pushes know nothing of each other; here they meet. */
export class FeedHealth {
  private readonly targets: PushTargets;

  constructor(
    private readonly deps: Pick<ApiDeps, 'config' | 'addresses' | 'clock'>,
    private readonly dataSource: DataSource,
    private readonly desk: FeedDesk,
  ) {
    this.targets = toPushTargets(deps.config);
  }

  /** @throws NotFound, also for a feed of another show. */
  async read(actor: Actor, showId: string, feedId: string): Promise<FeedHealthAnswer> {
    await this.desk.get(actor, showId, feedId);
    const now = this.deps.clock.now();
    const fetches = new FeedFetchesQuery(this.dataSource);
    const served = await readServedSizes(this.dataSource.manager, feedId, now);
    const days = await fetches.byDay(feedId, now);
    return {
      feedId,
      served: served
        ? {
            items: served.items,
            sizes: served.sizes,
            builtAt: served.builtAt?.toISOString() ?? null,
            changedAt: served.changedAt.toISOString(),
            since: served.servedSince.toISOString(),
          }
        : null,
      days,
      unchangedShare: toUnchangedShare(days),
      apps: served ? (await fetches.whoHas(served.versionId)).map(toAppAnswer) : [],
      push: await this.pushes(await this.subject(feedId)),
    };
  }

  /**
   * Tells everybody of the feed now, who waits for the next try included.
   * @throws FeedNotTold when nobody may or can be told
   */
  async tell(actor: Actor, showId: string, feedId: string): Promise<PushesAnswer> {
    requireRole(actor, showId, ['owner', 'producer'], 'publish');
    await this.desk.get(actor, showId, feedId);
    const subject = await this.subject(feedId);
    const silence = whyNotPushed(subject, this.targets);
    if (silence) throw new FeedNotTold(silence);
    await this.dataSource.transaction((manager) => pushAgain(manager, subject, this.targets));
    return this.pushes(subject);
  }

  private async subject(feedId: string): Promise<PushSubject> {
    const feed = await readToldFeed(this.dataSource.manager, feedId, this.deps.addresses);
    if (!feed) throw new NotFound('This feed');
    return feed;
  }

  private async pushes(subject: PushSubject): Promise<PushesAnswer> {
    const { hubs, podpingUrl } = this.targets;
    const newest = await new PushesQuery(this.dataSource).newest(subject.feedId);
    return {
      hubs: [...hubs],
      podping: podpingUrl ?? null,
      silence: whyNotPushed(subject, this.targets) ?? null,
      items: newest.map(toPushAnswer),
    };
  }
}
