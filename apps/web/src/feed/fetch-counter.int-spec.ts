import { Feed, FeedVersion, digestOf, toFeedBytes } from '#libs/feeds';
import { newId } from '#libs/kernel';
import { FeedFetchesQuery } from '#libs/stats';
import { aWebWorld } from '../web.fixture.js';

it('counts what is fetched of a feed by app, from the first answer to the last before the end', async () => {
  const world = await aWebWorld();
  const [feedId, versionId, path] = [newId(), newId(), '/a-show/feed.xml'];
  const xml = '<rss><channel/></rss>';
  const bytes = await toFeedBytes(xml);
  await world.db.getRepository(Feed).insert({ id: feedId, kind: 'show', subjectId: newId(), path });
  const at = new Date(world.clock.now().getTime() - 60_000);
  const version = { id: versionId, feedId, version: 1, validFrom: at, changedAt: at, itemCount: 1 };
  await world.db.getRepository(FeedVersion).insert({ ...version, digest: digestOf(xml), ...bytes });

  const overcast = { 'user-agent': 'Overcast/3.0', 'accept-encoding': 'gzip' };
  const first = await world.get(path, overcast); // read from the database
  expect(first.status).toBe(200);
  await world.get(path, overcast); // from memory, in front of the framework
  const known = { 'if-none-match': first.headers.etag! };
  expect((await world.get(path, { ...overcast, ...known })).status).toBe(304);
  expect(
    (await world.get(path, { 'user-agent': 'AntennaPod/3', 'accept-encoding': 'gzip', ...known }, 'HEAD')).status,
  ).toBe(304);
  expect((await world.get('/no-show/feed.xml', overcast)).status).toBe(404);

  await world.web.close();
  const fetches = new FeedFetchesQuery(world.db);
  expect((await fetches.byDay(feedId, world.clock.now())).at(-1)).toMatchObject({
    ...{ ok: 2, unchanged: 1, other: 1 },
    bytes: 2 * bytes.gzip.length,
  });
  expect(await fetches.whoHas(versionId)).toMatchObject([{ app: 'overcast', count: 3 }]);
  await world.close();
}, 60_000);
