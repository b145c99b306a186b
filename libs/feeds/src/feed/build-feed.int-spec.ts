import { Addresses, Episode, EpisodeText, Show } from '#libs/catalog';
import { announce, listen, type Listener } from '#libs/database';
import {
  createQueueBackend,
  drain,
  type QueueBackend,
  type Relay,
  startRelay,
  startWorkers,
  type Workers,
} from '#libs/queue';
import { Person } from '#libs/people';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.js';
import { findBreaches } from '../../../../test/feeds/rules/check.js';
import {
  insertEpisode,
  insertEvent,
  insertPerson,
  insertShow,
  openFeedsDataSource,
} from '../../../../test/feeds/rows.js';
import { makeBuildFeed } from './build-feed.handler.js';
import { buildFeed } from './build-feed.job.js';
import { feedSubscriptions } from './feed-subscriptions.js';
import { FeedVersion } from './feed-version.entity.js';
import { Feed } from './feed.entity.js';
import { feedsChannel } from './feed.facts.js';
import { findUnbuilt, requestBuild } from './request-build.js';
import { StoredFeedQuery } from './stored-feed.query.js';

const log = { info() {}, warn() {}, error() {} };
const addresses = new Addresses('https://pod.example');

describe('a stored feed', () => {
  let database: TestDatabase;
  let db: DataSource;
  let backend: QueueBackend;
  let workers: Workers;
  let relay: Relay;
  let listener: Listener;
  let now: Date;
  let show: Show;
  let heard: string[];

  const clock = { now: () => now };
  const deps = () => ({ dataSource: db, addresses, clock, gapMs: 0 });
  const fact = (name: string, payload: Record<string, unknown>) => announce(db.manager, name, payload);
  const settle = () => drain(backend, relay);
  const feedOf = (subjectId: string) => db.getRepository(Feed).findOneByOrFail({ subjectId });
  const versionsOf = async (subjectId: string) => {
    const feed = await feedOf(subjectId);
    return db.getRepository(FeedVersion).find({ where: { feedId: feed.id }, order: { version: 'ASC' } });
  };
  const publish = async (changes: Parameters<typeof insertEpisode>[2] = {}) => {
    const episodeId = await insertEpisode(db, show.id, changes);
    await fact('episode.published', { episodeId, showId: show.id, eventId: changes.eventId ?? null });
    await settle();
    return episodeId;
  };

  beforeEach(async () => {
    now = new Date('2026-11-22T10:00:00.750Z');
    heard = [];
    database = await createTestDatabase();
    db = await openFeedsDataSource(database.url);
    backend = createQueueBackend({ databaseUrl: database.url });
    workers = startWorkers(backend, [buildFeed], { 'feeds.build': makeBuildFeed(deps()) }, { log });
    relay = await startRelay({
      dataSource: db,
      databaseUrl: database.url,
      backend,
      jobs: [buildFeed],
      subscriptions: feedSubscriptions,
      clock,
      log,
    });
    listener = await listen(database.url, [feedsChannel], (_, text) => void heard.push(JSON.parse(text).path));
    show = await insertShow(db);
  });
  afterEach(async () => {
    await listener.close();
    await relay.close();
    await workers.close(0);
    await backend.close();
    await db.destroy();
    await database.drop();
  });

  it('is built after a publication: valid, in three encodings of the same bytes, and web apps hear of it', async () => {
    await publish();
    const [version] = await versionsOf(show.id);
    expect(findBreaches(version!.identity)).toEqual([]);
    expect(gunzipSync(version!.gzip).equals(version!.identity)).toBe(true);
    expect(brotliDecompressSync(version!.br).equals(version!.identity)).toBe(true);
    expect(version).toMatchObject({ itemCount: 1, changedAt: new Date('2026-11-22T10:00:00Z') });
    expect(await new StoredFeedQuery(db).byPath(`/${show.slug}/feed.xml`, now)).toMatchObject({
      kind: 'found',
      current: { digest: version!.digest },
    });
    expect(heard).toEqual([`/${show.slug}/feed.xml`]);
  });

  it('keeps its bytes and validators when nothing that it says has changed', async () => {
    await publish();
    now = new Date('2026-11-23T00:00:00Z');
    await fact('show.changed', { showId: show.id });
    await settle();
    expect(await versionsOf(show.id)).toHaveLength(1);
    expect(await feedOf(show.id)).toMatchObject({ wantedVersion: 2, builtVersion: 2 });
    expect(heard).toHaveLength(1);
  });

  it('says a later second for each change, also within one second', async () => {
    const episodeId = await publish();
    const rename = async (title: string) => {
      await db.query(
        `update episode_texts set title = $2 from episode_copies c where c.id = copy_id and c.episode_id = $1`,
        [episodeId, title],
      );
      await fact('episode.updated', { episodeId, showId: show.id, eventId: null });
      await settle();
    };
    await rename('B');
    await rename('C');
    const seconds = (await versionsOf(show.id)).map((v) => v.changedAt.toISOString().slice(17, 19));
    expect(seconds).toEqual(['00', '01', '02']);
  });

  it('is empty but well made for a show with a cover and nothing to hear yet, and absent without a cover', async () => {
    const bare = await insertShow(db, { coverKey: null });
    for (const { id } of [show, bare]) await fact('show.changed', { showId: id });
    await settle();
    const [version] = await versionsOf(show.id);
    expect(findBreaches(version!.identity)).toEqual(['I01: no episode']);
    expect(await versionsOf(bare.id)).toEqual([]);
    expect(await new StoredFeedQuery(db).byPath(`/${bare.slug}/feed.xml`, now)).toMatchObject({ kind: 'missing' });
    expect(await findUnbuilt(db.manager)).toEqual([]);
  });

  it('says nothing of drafts, schedules and withdrawn episodes (abuse:A31)', async () => {
    await publish();
    const before = (await versionsOf(show.id)).map((v) => v.digest);
    for (const state of ['draft', 'scheduled', 'withdrawn'] as const) {
      const episodeId = await insertEpisode(db, show.id, { state });
      await fact('episode.updated', { episodeId, showId: show.id, eventId: null });
    }
    await settle();
    expect((await versionsOf(show.id)).map((v) => v.digest)).toEqual(before);
  });

  it('loses an unpublished episode, and gets it back with its guid', async () => {
    const episodeId = await publish();
    const guid = (await db.getRepository(Episode).findOneByOrFail({ id: episodeId })).guid;
    for (const [state, name] of [
      ['withdrawn', 'episode.unpublished'],
      ['published', 'episode.published'],
    ] as const) {
      await db.getRepository(Episode).update(episodeId, { state });
      await fact(name, { episodeId, showId: show.id, eventId: null });
      await settle();
    }
    const texts = (await versionsOf(show.id)).map((v) => v.identity.toString());
    expect(texts.map((text) => text.includes(guid))).toEqual([true, false, true]);
  });

  it('is gone with its show, and comes back with the validators it had', async () => {
    await publish();
    const query = new StoredFeedQuery(db);
    const path = `/${show.slug}/feed.xml`;
    const before = await query.byPath(path, now);
    await db.getRepository(Show).update(show.id, { deletedAt: now });
    await fact('show.deleted', { showId: show.id });
    await settle();
    expect(await query.byPath(path, now)).toMatchObject({ kind: 'gone' });
    await db.getRepository(Show).update(show.id, { deletedAt: null });
    await fact('show.changed', { showId: show.id });
    await settle();
    expect(await query.byPath(path, now)).toEqual({ ...before, stamp: expect.any(String) });
    expect(heard).toEqual([path, path, path]);
  });

  it('of an event has its talks, and is gone with the show as well', async () => {
    const event = await insertEvent(db, show.id);
    await publish({ title: 'An episode' });
    await publish({ title: 'A talk', eventId: event.id });
    const [version] = await versionsOf(event.id);
    expect(findBreaches(version!.identity)).toEqual([]);
    expect(version!.identity.toString()).toContain('A talk');
    expect(version!.identity.toString()).not.toContain('An episode');
    await db.getRepository(Show).update(show.id, { deletedAt: now });
    await fact('show.deleted', { showId: show.id });
    await settle();
    expect(await new StoredFeedQuery(db).byPath(`/e/${event.slug}/feed.xml`, now)).toMatchObject({ kind: 'gone' });
  });

  it('follows the new name of a person who appears in it, and of no other', async () => {
    const personId = await insertPerson(db, 'Old Name');
    await publish({ personId });
    const other = await insertShow(db);
    await fact('show.changed', { showId: other.id });
    await settle();
    await db.getRepository(Person).update(personId, { name: 'New Name' });
    await fact('person.changed', { personId });
    await settle();
    const texts = (await versionsOf(show.id)).map((v) => v.identity.toString());
    expect(texts.map((text) => text.includes('Old Name'))).toEqual([true, false]);
    expect((await feedOf(other.id)).wantedVersion).toBe(1);
  });

  it('is built once for many wishes, whoever works on it', async () => {
    const build = makeBuildFeed(deps());
    await insertEpisode(db, show.id);
    for (let i = 0; i < 5; i += 1) await requestBuild(db.manager, 'show', show.id);
    const { id: feedId } = await feedOf(show.id);
    const run = { signal: new AbortController().signal, attempt: 1, isLastTry: false };
    await Promise.all([1, 2, 3, 4, 5].map((version) => build({ feedId, version }, run)));
    await settle();
    expect(await versionsOf(show.id)).toHaveLength(1);
    expect(await feedOf(show.id)).toMatchObject({ wantedVersion: 5, builtVersion: 5 });
  });

  it('leaves quietly when its feed does not exist', async () => {
    const run = { signal: new AbortController().signal, attempt: 1, isLastTry: false };
    await makeBuildFeed(deps())({ feedId: show.id, version: 1 }, run);
  });

  it('keeps every version, and those that nobody is served any more in one form only', async () => {
    const episodeId = await publish();
    const build = makeBuildFeed(deps());
    const run = { signal: new AbortController().signal, attempt: 1, isLastTry: false };
    await relay.close();
    const copy = await db.query(`select id from episode_copies where episode_id = $1`, [episodeId]);
    for (let i = 2; i <= 25; i += 1) {
      await db.getRepository(EpisodeText).update({ copyId: copy[0].id }, { title: `Title ${i}` });
      await requestBuild(db.manager, 'show', show.id);
      await build({ feedId: (await feedOf(show.id)).id, version: i }, run);
    }
    const versions = await versionsOf(show.id);
    expect(versions.map((v) => v.version)).toEqual(Array.from({ length: 25 }, (_, i) => i + 1));
    expect(versions.filter((v) => v.br.length > 0).map((v) => v.version)).toEqual([21, 22, 23, 24, 25]);
    expect(gunzipSync(versions[0]!.gzip).toString()).toContain('</rss>');
  });

  it('is ordered again from its row when the queue was lost', async () => {
    await requestBuild(db.manager, 'show', show.id);
    await db.query('delete from outbox');
    const [work] = await findUnbuilt(db.manager);
    await backend.enqueue(work!.job, work!.payload as never);
    await settle();
    expect(await findUnbuilt(db.manager)).toEqual([]);
  });
});
