import { binDays } from '#libs/catalog';
import { system } from '#libs/kernel';
import { anEpisode, aShow } from '../../../../test/factories/catalog.js';
import { aWorld } from '../../../../test/factories/world.js';
import { settleFeeds } from '../../../../test/feeds/settle.js';
import { FeedVersion } from '../feed/feed-version.entity.js';
import { Feed } from '../feed/feed.entity.js';
import { StoredFeedQuery } from '../feed/stored-feed.query.js';
import { forgetPurged } from './forget-purged.js';

describe('what the feeds of a show have said', () => {
  it('is forgotten when the show is purged, not before; its address answers as gone, and other shows keep theirs', async () => {
    const world = await aWorld();
    const { db, catalog, addresses, clock } = world;
    const show = await aShow(db);
    const other = await aShow(db, { title: 'Autre' });
    for (const each of [show, other]) await anEpisode(db, each, { title: `Dans ${each.slug}` }, addresses);
    await settleFeeds(world);
    await catalog.bin.deleteShow(system, show.id);
    await settleFeeds(world);
    const versions = async (subjectId: string) => {
      const { id } = await db.getRepository(Feed).findOneByOrFail({ kind: 'show', subjectId });
      return db.getRepository(FeedVersion).countBy({ feedId: id });
    };
    expect([await forgetPurged(db.manager), await versions(show.id)]).toEqual([0, 1]);
    await catalog.bin.purge(new Date(Date.now() + (binDays + 1) * 86_400_000));
    expect(await forgetPurged(db.manager)).toBe(1);
    expect([await versions(show.id), await versions(other.id)]).toEqual([0, 1]);
    const path = addresses.path(addresses.showFeed(show.slug));
    expect(await new StoredFeedQuery(db).byPath(path, clock.now())).toMatchObject({ kind: 'gone' });
    await world.close();
  });
});
