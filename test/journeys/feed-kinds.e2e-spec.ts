import { jest } from '@jest/globals';
import { parseRssFeed } from 'feedsmith';
import { findBreaches } from '../feeds/rules/check.js';
import { checkServing } from '../feeds/rules/http.rules.js';
import { type ApiClient, type Episode, openClient, ownerEnv, type Show, take } from './client.js';
import { makeRecording } from './client-recordings.js';
import { at, getEpisode, inShow, makeDraft, makeShow, publish, upload, waitForSound } from './client-steps.js';
import { type Instance, startInstance } from './instance.js';
import { until } from './processes.js';

jest.setTimeout(240_000);

interface Parsed {
  title: string;
  items?: { title: string; enclosures: { url: string; length: number; type: string }[] }[];
}

let instance: Instance;
let client: ApiClient;
let show: Show;
let episode: Episode;

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${instance.origin}${path}`, { headers });
const read = async (path: string) => {
  const xml = await (await get(path)).text();
  return { xml, feed: parseRssFeed(xml) as Parsed };
};
const describes = async (path: string, title: string) =>
  (await get(path)).ok && ((await read(path)).feed.items ?? []).some((item) => item.title.startsWith(title));

beforeAll(async () => {
  instance = await startInstance({ env: ownerEnv });
  client = openClient(instance.origin);
  await client.signIn();
  show = await makeShow(client, 'Marketing News Canada');
  const { api } = client;
  const series = await take(
    api.POST('/api/v1/shows/{showId}/series', { ...inShow(show.id), body: { name: 'The long outage', parts: 2 } }),
  );
  const event = await take(
    api.POST('/api/v1/shows/{showId}/events', {
      ...inShow(show.id),
      body: { name: 'Northern day', startsOn: '2026-05-12', endsOn: '2026-05-12', timeZone: 'America/Montreal' },
    }),
  );
  episode = await makeDraft(client, show, 'What dates tell');
  const basics = {
    ...{ season: 2, seriesId: series.id, part: 1, tags: ['Éco-gestes', 'Work'] },
    ...{ eventId: event.id, track: 'Data & people' },
  };
  const { versions } = episode.working;
  await take(
    api.PATCH('/api/v1/shows/{showId}/episodes/{episodeId}/basics', {
      ...at(episode),
      body: { version: versions.basics, ...basics },
    }),
  );
  await take(
    api.PUT('/api/v1/shows/{showId}/episodes/{episodeId}/people', {
      ...at(episode),
      body: {
        version: versions.people,
        people: [{ name: 'Jean Tremblay', role: 'guest', organisation: '', texts: [] }],
      },
    }),
  );
  await upload(client, episode, makeRecording({ seconds: 8 }));
  expect((await waitForSound(client, episode)).state).toBe('done');
  await until(async () => (await getEpisode(client, episode)).blockers.length === 0);
  await publish(client, episode);
  await until(() => describes('/t/work/feed.xml', 'What dates tell'));
});
afterAll(() => instance?.remove());

describe('the feeds of a running instance', () => {
  const paths = [
    '/marketing-news-canada/feed.xml',
    '/marketing-news-canada/season-2/feed.xml',
    '/marketing-news-canada/series/the-long-outage/feed.xml',
    '/e/northern-day/feed.xml',
    '/e/northern-day/track/data-people/feed.xml',
    '/g/jean-tremblay/feed.xml',
    '/t/eco-gestes/feed.xml',
    '/t/work/feed.xml',
  ];

  it.each(paths)('have %s, valid and served as it must be', async (path) => {
    await until(() => describes(path, 'What dates tell'));
    const { xml, feed } = await read(path);
    const url = `${instance.origin}${path}`;
    expect(findBreaches(xml, { url })).toEqual([]);
    expect((await checkServing(url)).filter(({ level }) => level === 'MUST')).toEqual([]);
    const [enclosure] = feed.items![0]!.enclosures;
    expect((await fetch(enclosure!.url, { method: 'HEAD' })).headers.get('content-length')).toBe(
      String(enclosure!.length),
    );
  });

  it('lose what is taken back, at every address', async () => {
    await take(client.api.POST('/api/v1/shows/{showId}/episodes/{episodeId}/unpublish', at(episode)));
    await until(async () => {
      const left = await Promise.all(paths.map((path) => describes(path, 'What dates tell')));
      return left.every((has) => !has);
    });
    await publish(client, episode);
    await until(async () =>
      (await Promise.all(paths.map((path) => describes(path, 'What dates tell')))).every(Boolean),
    );
  });

  it('give each subscriber one of their own, whose files end with it', async () => {
    const subscriberAt = (subscriberId: string) => ({ params: { path: { showId: show.id, subscriberId } } });
    const eve = await take(
      client.api.POST('/api/v1/shows/{showId}/subscribers', { ...inShow(show.id), body: { name: 'Ève' } }),
    );
    const path = new URL(eve.feedUrl).pathname;
    const secret = path.split('/')[2]!;
    await until(() => describes(path, 'What dates tell'));
    const { xml, feed } = await read(path);
    expect(findBreaches(xml, { url: eve.feedUrl })).toEqual([]);
    const file = new URL(feed.items![0]!.enclosures[0]!.url).pathname;
    expect(file).toContain(secret);
    const part = await get(file, { range: 'bytes=0-9' });
    expect([part.status, part.headers.get('cache-control')]).toEqual([206, 'private, no-store']);
    const altered = secret.replace(/^./, (first) => (first === '0' ? '1' : '0'));
    for (const each of [path, file]) expect((await get(each.replace(secret, altered))).status).toBe(404);
    await client.api.DELETE('/api/v1/shows/{showId}/subscribers/{subscriberId}', subscriberAt(eve.id));
    for (const each of [path, file]) expect((await get(each)).status).toBe(404);
    expect(instance.output()).not.toContain(secret);
  });

  it('give a listener one of what they chose, from a form without a script', async () => {
    const page = await (await get('/en/f')).text();
    const [, showId] = /name="show" value="([^"]+)"/.exec(page)!;
    const made = await fetch(`${instance.origin}/en/f`, {
      method: 'POST',
      body: `show=${showId}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(made.status).toBe(201);
    const path = /\/f\/[0-9a-f]{40}\/feed\.xml/.exec(await made.text())![0];
    await until(() => describes(path, 'What dates tell'));
    expect((await read(path)).feed.title).toBe('My selection');
  });
});
