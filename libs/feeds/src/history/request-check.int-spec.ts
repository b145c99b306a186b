import { insertEpisode, insertShow, openFeedsDataSource } from '../../../../test/feeds/rows.js';
import { createTestDatabase } from '../../../../test/database.js';
import { newId } from '#libs/kernel';
import { FeedVersion } from '../feed/feed-version.entity.js';
import { Feed } from '../feed/feed.entity.js';
import { FeedCheck } from './feed-check.entity.js';
import { findUnchecked, requestCheck } from './request-check.js';

describe('which feeds are looked at', () => {
  it('are those that changed since, were asked for, or had no look for a day; never one for a single person', async () => {
    const { url, drop } = await createTestDatabase();
    const db = await openFeedsDataSource(url);
    try {
      const show = await insertShow(db);
      await insertEpisode(db, show.id);
      const at = (time: string) => new Date(`2026-11-22T${time}Z`);
      const ids = { feed: newId(), secret: newId() };
      const state = { subjectId: show.id, wantedVersion: 1, builtVersion: 1 };
      await db.getRepository(Feed).insert([
        { id: ids.feed, kind: 'show', ...state },
        { id: ids.secret, kind: 'private', ...state },
      ]);
      const due = async (now: Date) => (await findUnchecked(db.manager, now)).map(({ payload }) => payload);
      const looked = (checkedAt: Date) =>
        db.getRepository(FeedCheck).upsert({ feedId: ids.feed, wantedAt: checkedAt, checkedAt }, ['feedId']);
      expect(await due(at('10:00:00'))).toEqual([{ feedId: ids.feed }]);
      await looked(at('10:00:00'));
      expect(await due(at('10:01:00'))).toEqual([]);
      await db.getRepository(FeedVersion).insert({
        ...{ id: newId(), feedId: ids.feed, version: 1, validFrom: at('10:02:00'), changedAt: at('10:02:00') },
        ...{ identity: Buffer.alloc(1), gzip: Buffer.alloc(1), br: Buffer.alloc(1), digest: 'x', itemCount: 1 },
      });
      expect(await due(at('10:01:30'))).toEqual([]);
      expect(await due(at('10:03:00'))).toEqual([{ feedId: ids.feed }]);
      await looked(at('10:03:00'));
      await db.transaction((manager) => requestCheck(manager, ids.feed, at('10:04:00')));
      expect(await due(at('10:05:00'))).toEqual([{ feedId: ids.feed }]);
      await looked(at('10:05:00'));
      expect(await due(new Date('2026-11-23T10:06:00Z'))).toEqual([{ feedId: ids.feed }]);
    } finally {
      await db.destroy();
      await drop();
    }
  });
});
