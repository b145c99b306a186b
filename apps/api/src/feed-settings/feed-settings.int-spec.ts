import { type EpisodeFeed, findTagSchema, type Show, ShowFeedService, type ShowFeed } from '#libs/catalog';
import { system } from '#libs/kernel';
import { type TestApi, openTestApi, signInOwner } from '../../../../test/api.js';
import { anEpisode, aShow } from '../../../../test/factories/catalog.js';
import type { EpisodeAnswer } from '../episode/episode.answer.js';
import type { FeedTagsAnswer, ShowFeedAnswer } from './feed-settings.answer.js';

let t: TestApi;
let cookie: string;
let show: Show;

beforeAll(async () => {
  t = await openTestApi();
  cookie = await signInOwner(t);
});
beforeEach(async () => {
  show = await aShow(t.dataSource);
});
afterAll(() => t.close());

const ask = (method: string, end = '', body?: unknown) =>
  t.ask(method, `/api/v1/shows/${show.id}${end}`, { as: cookie, body });
const fieldsOf = (answer: { json<T>(): T }) => answer.json<{ fields: { path: string; message: string }[] }>().fields;
const facts = async () => {
  const rows: { name: string }[] = await t.dataSource.query('select name from outbox where payload->>$1 = $2', [
    'showId',
    show.id,
  ]);
  return rows.filter(({ name }) => name === 'show.changed').length;
};

describe('the feed settings of a show over the API', () => {
  const save = (feed: Partial<ShowFeed> & { version: number }) => ask('PUT', '/feed-settings', feed);

  it('are the usual ones until somebody changes them', async () => {
    const { version, feed } = (await ask('GET', '/feed-settings')).json<ShowFeedAnswer>();
    expect({ version, medium: feed.medium, push: feed.push, tags: feed.tags }).toEqual({
      ...{ version: 1, medium: 'podcast', push: true, tags: [] },
    });
  });

  it('are saved field by field, cleaned, and make the feed be built again', async () => {
    const before = await facts();
    const saved = await save({
      version: 1,
      funding: [{ url: ' https://give.example ', text: 'Give' }],
      complete: true,
    });
    expect(saved.status).toBe(200);
    await save({ version: 2, licence: { id: 'CC-BY-4.0', url: '' } });
    const { version, feed } = (await ask('GET', '/feed-settings')).json<ShowFeedAnswer>();
    expect(version).toBe(3);
    expect(feed).toMatchObject({
      funding: [{ url: 'https://give.example', text: 'Give' }],
      ...{ complete: true, licence: { id: 'cc-by-4.0', url: '' } },
    });
    expect(await facts()).toBe(before + 2);
  });

  it('answer 409 with both values to a stale save', async () => {
    await save({ version: 1, complete: true });
    const stale = await save({ version: 1, complete: false, blocked: true });
    expect(stale.status).toBe(409);
    expect(stale.json()).toMatchObject({ code: 'STALE_VERSION', theirs: { complete: true }, yours: { blocked: true } });
  });

  it('name the field of a wrong value, in the reader’s language', async () => {
    const tags = [
      { name: 'podcast:chat', attributes: { server: 'a.example', protocol: 'icq' }, text: '', children: [] },
    ];
    const refused = await save({ version: 1, tags, funding: [{ url: 'http://give.example', text: 'Give' }] });
    expect(refused.status).toBe(422);
    expect(fieldsOf(refused).map(({ path }) => path)).toEqual(['funding.0.url', 'tags.0.attributes.protocol']);
    expect(fieldsOf(refused)[0]!.message).toMatch(/https:\/\//);
    expect((await ask('GET', '/feed-settings')).json<ShowFeedAnswer>().version).toBe(1);
  });

  it('do not move the feed: that has a route of its own', async () => {
    expect((await save({ version: 1, movedTo: 'https://elsewhere.example/feed.xml' })).status).toBe(400);
    const moved = await new ShowFeedService(t.dataSource).save(system, show.id, {
      ...{ version: 1, movedTo: 'https://elsewhere.example/feed.xml' },
    });
    expect(moved.feed.movedTo).toBe('https://elsewhere.example/feed.xml');
  });

  it('refuse what is nested deeper than any tag', async () => {
    const nest = (n: number): object => ({ name: 'podcast:value', children: n ? [nest(n - 1)] : [] });
    expect((await ask('PUT', '/feed-settings', { version: 1, tags: [nest(6)] })).status).toBe(422);
  });
});

describe('what an episode’s item says over the API', () => {
  const minute = 60_000;
  const begin = async () => {
    const episode = await anEpisode(t.dataSource, show, { revision: { durationMs: 2 * minute } });
    const at = `/episodes/${episode.id}`;
    const read = async () => (await ask('GET', at)).json<EpisodeAnswer>();
    return { read, save: (feed: Partial<EpisodeFeed> & { version: number }) => ask('PUT', `${at}/feed`, feed) };
  };

  it('is a group of its own: saved, versioned, and not heard of before *Update*', async () => {
    const { read, save } = await begin();
    const { working } = await read();
    const soundbites = [{ startMs: 10_000, durationMs: 20_000, title: 'Listen' }];
    const saved = await save({ version: working.versions.feed, soundbites, display: 'Day 2' });
    expect(saved.status).toBe(200);
    const after = await read();
    expect(after.working.feed).toMatchObject({ soundbites, display: 'Day 2', blocked: false });
    expect(after.working.versions.feed).toBe(working.versions.feed + 1);
    expect((await save({ version: working.versions.feed, blocked: true })).status).toBe(409);
  });

  it('has soundbites within the sound only (P19)', async () => {
    const { read, save } = await begin();
    const { version } = { version: (await read()).working.versions.feed };
    const refused = await save({ version, soundbites: [{ startMs: 110_000, durationMs: 20_000, title: '' }] });
    expect(fieldsOf(refused)).toMatchObject([{ path: 'soundbites.0.startMs' }]);
    expect(fieldsOf(refused)[0]!.message).toContain('2:00');
  });
});

it('describes every tag that a producer may write', async () => {
  const answer = await t.ask('GET', '/api/v1/feed-tags', { as: cookie });
  const { tags, licences } = answer.json<FeedTagsAnswer>();
  expect(licences).toContain('cc-by-4.0');
  expect(tags.find(({ name }) => name === 'podcast:value')).toMatchObject({
    parents: ['channel', 'item', 'podcast:liveItem'],
    children: [{ name: 'podcast:valueRecipient', min: 1 }, { name: 'podcast:valueTimeSplit' }],
  });
  for (const { children } of tags) for (const { name } of children) expect(findTagSchema(name)).toBeDefined();
});
