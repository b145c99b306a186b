import type { Addresses } from '#libs/catalog';
import type { Clock } from '#libs/kernel';
import type { Handler, PayloadOf } from '#libs/queue';
import type { Storage } from '#libs/storage';
import type { DataSource } from 'typeorm';
import type { FeedAdvice } from '../check/advice.js';
import { findFeedAdvice } from '../check/feed-advice.plan.js';
import { FeedUnreadable } from '../diff/feed-document.xml.js';
import { readFeedView } from '../feed/feed-view.query.js';
import { Feed } from '../feed/feed.entity.js';
import type { FeedView } from '../feed/feed.view.js';
import type { checkFeed } from './check-feed.job.js';
import { FeedCheck } from './feed-check.entity.js';
import { FeedHistoryQuery, type VersionSummary } from './feed-history.query.js';
import { readDocument } from './read-document.js';

export interface CheckFeedDeps {
  dataSource: DataSource;
  addresses: Addresses;
  storage: Pick<Storage, 'stat'>;
  clock: Clock;
}

/** What is kept of a check; the rest is counted. */
const keptAdvice = 500;
/** Files that are asked for at once. */
const atOnce = 8;

/** Looks at what is served now, at its files, and at what was served before it; keeps what it found with the time. */
export function makeCheckFeed(deps: CheckFeedDeps): Handler<PayloadOf<typeof checkFeed>> {
  return async ({ feedId }) => {
    const { dataSource, clock } = deps;
    const feed = await dataSource.getRepository(Feed).findOneBy({ id: feedId });
    if (!feed) return;
    const history = new FeedHistoryQuery(dataSource);
    const served = await history.served(feedId, clock.now());
    const advice = await findAdvice(deps, history, feed, served);
    const checkedAt = clock.now();
    await dataSource.getRepository(FeedCheck).upsert(
      {
        ...{ feedId, wantedAt: checkedAt, checkedAt, digest: served?.digest ?? '', itemCount: served?.items ?? 0 },
        ...{ advice: advice.slice(0, keptAdvice), adviceCount: advice.length },
      },
      ['feedId'],
    );
  };
}

async function findAdvice(
  deps: CheckFeedDeps,
  history: FeedHistoryQuery,
  feed: Feed,
  served: VersionSummary | undefined,
): Promise<FeedAdvice[]> {
  const { dataSource, addresses, clock } = deps;
  const reading = await readFeedView(dataSource.manager, feed, { addresses, at: clock.now() });
  if (!reading) return [];
  const { view } = reading;
  const deadFiles = await findDeadFiles(view, deps.storage);
  const empty = { channel: {}, items: [] };
  try {
    const document = served ? await readDocument(await history.pages(served)) : empty;
    const earlier = served && (await history.before(feed.id, served, clock.now()));
    const before = earlier && (await readDocument(await history.pages(earlier)));
    return findFeedAdvice({ view, document, deadFiles, ...(before && { before }) });
  } catch (error) {
    if (!(error instanceof FeedUnreadable)) throw error;
    // feed:X01
    const params = { reason: error.message.slice(0, 200) };
    return [{ id: 'invalid', level: 'blocking', episodeId: null, title: '', field: 'feed', params }];
  }
}

/** `feed:N01`, `feed:N02` as the storage knows it: the file is there, with the size that is announced. */
async function findDeadFiles({ episodes }: FeedView, storage: Pick<Storage, 'stat'>): Promise<Set<string>> {
  const files = episodes.flatMap(({ enclosure }) => (enclosure ? [enclosure] : []));
  const dead = new Set<string>();
  for (let i = 0; i < files.length; i += atOnce) {
    const some = files.slice(i, i + atOnce);
    const stats = await Promise.all(some.map(({ key }) => storage.stat(key)));
    stats.forEach((stat, n) => stat?.bytes !== some[n]!.bytes && dead.add(some[n]!.key));
  }
  return dead;
}
