import { jest } from '@jest/globals';
import { checkChapters } from '../feeds/rules/chapters.rules.js';
import { checkFeed, findBreaches } from '../feeds/rules/check.js';
import { checkServing } from '../feeds/rules/http.rules.js';
import { checkMedia } from '../feeds/rules/media.rules.js';
import type { Finding } from '../feeds/rules/rule.js';
import { type ApiClient, type Episode, openClient, ownerEnv, type Show, take } from './client.js';
import { makeRecording } from './client-recordings.js';
import { at, getEpisode, inShow, makeDraft, makeShow, publish, upload, waitForSound } from './client-steps.js';
import { type Instance, startInstance } from './instance.js';
import { until } from './processes.js';

jest.setTimeout(180_000);

let instance: Instance;
let client: ApiClient;
let show: Show;
let episode: Episode;
let feed: string;

beforeAll(async () => {
  instance = await startInstance({ env: ownerEnv });
  client = openClient(instance.origin);
  await client.signIn();
  show = await makeShow(client, 'Marketing News Canada');
  episode = await makeDraft(client, show, 'What dates tell');
  await describeIt();
  await upload(client, episode, makeRecording({ seconds: 8 }));
  expect((await waitForSound(client, episode)).state).toBe('done');
  await until(async () => (await getEpisode(client, episode)).blockers.length === 0);
  await publish(client, episode);
  await until(async () => (await (await fetch(show.feedUrl)).text()).includes('<item>'));
  feed = await (await fetch(show.feedUrl)).text();
});
afterAll(() => instance?.remove());

const musts = (findings: Finding[]) => findings.filter(({ level }) => level === 'MUST');

describe('the feed of a running instance, with a real recording', () => {
  it('breaks no rule about the document', () => {
    expect(findBreaches(feed, { url: show.feedUrl })).toEqual([]);
    expect(checkFeed(feed, { url: show.feedUrl })).toEqual([]);
  });

  it('is served as it must: 304 for either validator, HEAD, encodings, no cookies', async () => {
    expect(musts(await checkServing(show.feedUrl))).toEqual([]);
    const first = await fetch(show.feedUrl);
    const etag = first.headers.get('etag')!;
    const lastModified = first.headers.get('last-modified')!;
    const again = await fetch(show.feedUrl, { headers: { 'if-none-match': etag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect((await fetch(show.feedUrl, { headers: { 'if-modified-since': lastModified } })).status).toBe(304);
    const head = await fetch(show.feedUrl, { method: 'HEAD' });
    expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, etag, '']);
  });

  it('announces media that can be had whole and in ranges', async () => {
    expect(await checkMedia(feed)).toEqual([]);
  });

  it('announces chapters that players can read, where they were set', async () => {
    expect(await checkChapters(feed)).toEqual([]);
    const address = /<podcast:chapters url="([^"]+)"/.exec(feed)![1]!;
    const { chapters } = (await (await fetch(address)).json()) as { chapters: { startTime: number; title: string }[] };
    expect(chapters.map(({ startTime, title }) => [startTime, title])).toEqual([
      [0, 'Opening'],
      [3, 'Two voices & a "map"'],
      [6, 'Thanks'],
    ]);
  });

  it('changes its validators with its content, and only then', async () => {
    const before = (await fetch(show.feedUrl)).headers.get('etag')!;
    const { version } = await take(client.api.GET('/api/v1/shows/{showId}', inShow(show.id)));
    const texts = [{ lang: 'en' as const, title: 'Marketing News Canada', description: 'Another description.' }];
    await take(client.api.PATCH('/api/v1/shows/{showId}', { ...inShow(show.id), body: { version, texts } }));
    await until(async () => (await fetch(show.feedUrl)).headers.get('etag') !== before);
    const stale = await fetch(show.feedUrl, { headers: { 'if-none-match': before } });
    expect(stale.status).toBe(200);
    expect(await stale.text()).toContain('Another description.');
  });
});

/** Texts, chapters and a guest, as a producer would fill them in. */
async function describeIt(): Promise<void> {
  const { api } = client;
  const { texts, chapters, people } = episode.working.versions;
  const path = '/api/v1/shows/{showId}/episodes/{episodeId}' as const;
  await take(
    api.PUT(`${path}/texts`, {
      ...at(episode),
      body: {
        version: texts,
        texts: [
          {
            lang: 'en',
            title: 'What dates tell',
            summary: 'Dates tell what logos hide.',
            notes: 'Read **more** [here](https://example.org/?a=1&b=2).\n\n- one\n- two',
          },
        ],
      },
    }),
  );
  const pasted = '00:00 Opening\n00:03 Two voices & a "map"\n00:06 Thanks';
  await take(api.PUT(`${path}/chapters`, { ...at(episode), body: { version: chapters, pasted } }));
  const guest = { name: 'Jean Tremblay', role: 'guest' as const, organisation: 'Studio Nord', texts: [] };
  await take(api.PUT(`${path}/people`, { ...at(episode), body: { version: people, people: [guest] } }));
}
