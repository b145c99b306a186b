import type { Addresses } from '#libs/catalog';
import type { Config } from '#libs/config';
import { feedChanged, type FeedFact, readToldFeed } from '#libs/feeds';
import { type PushDeps, requestPushes, toPushTargets, whyNotPushed } from '#libs/hooks';
import type { Clock } from '#libs/kernel';
import type { Outbound } from '#libs/outbound';
import type { Subscriptions } from '#libs/queue';
import type { DataSource } from 'typeorm';

export interface TellHubsDeps {
  readonly dataSource: DataSource;
  readonly addresses: Addresses;
  readonly config: Pick<Config, 'websubHubs' | 'podping' | 'publicUrl'>;
  readonly clock: Clock;
  readonly outbound: Pick<Outbound, 'fetch'>;
}

/** A feed has changed: whoever may be told is told. Bytes stored ahead of their moment are a change at that moment only. */
export function pushSubscriptions({ addresses, config }: Pick<TellHubsDeps, 'addresses' | 'config'>): Subscriptions {
  return {
    [feedChanged]: [
      async ({ feedId }: FeedFact, manager) => {
        const feed = await readToldFeed(manager, feedId, addresses);
        // Writes its orders into the outbox, with the rows that they are for.
        if (feed) await requestPushes(manager, feed, toPushTargets(config));
        return [];
      },
    ],
  };
}

/** What the hand that tells hubs needs: `hooks` knows no feeds, so that the question whether it may still tell is answered here. */
export function toPushDeps({ dataSource, addresses, config, clock, outbound }: TellHubsDeps): PushDeps {
  const targets = toPushTargets(config);
  return {
    ...{ dataSource, clock, outbound, token: config.podping?.token },
    isWanted: async (feedId) => {
      const feed = await readToldFeed(dataSource.manager, feedId, addresses);
      return feed !== undefined && whyNotPushed(feed, targets) === undefined;
    },
  };
}
