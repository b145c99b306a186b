import { jest } from '@jest/globals';
import { parseRssFeed } from 'feedsmith';
import { setTimeout as sleep } from 'node:timers/promises';
import { ask } from '../feeds/rules/ask.js';
import { type ApiClient, type Episode, openClient, ownerEnv, type Show, take } from './client.js';
import { makeRecording } from './client-recordings.js';
import { at, getEpisode, makeDraft, makeShow, publish, upload, waitForSound } from './client-steps.js';
import { type Instance, startInstance } from './instance.js';
import { until } from './processes.js';

jest.setTimeout(240_000);

let instance: Instance;
let client: ApiClient;
let show: Show;

const path = '/api/v1/shows/{showId}/episodes/{episodeId}' as const;
const feed = async () => (await fetch(show.feedUrl)).text();
const etag = async () => (await fetch(show.feedUrl, { method: 'HEAD' })).headers.get('etag');
const itemsOf = (xml: string) => parseRssFeed(xml).items ?? [];
const soon = (episode: Episode, afterSeconds: number) =>
  take(client.api.POST(`${path}/publish`, { ...at(episode), body: { afterSeconds } }));

/** A draft with its sound, which could go out. */
async function ready(title: string): Promise<Episode> {
  const episode = await makeDraft(client, show, title);
  await upload(client, episode, makeRecording({ seconds: 6 }));
  expect((await waitForSound(client, episode)).state).toBe('done');
  await until(async () => (await getEpisode(client, episode)).blockers.length === 0);
  return episode;
}

beforeAll(async () => {
  instance = await startInstance({ env: ownerEnv });
  client = openClient(instance.origin);
  await client.signIn();
  show = await makeShow(client, 'On the second');
  await publish(client, await ready('The first'));
  await until(async () => itemsOf(await feed()).length === 1);
});
afterAll(() => instance?.remove());

describe('a release', () => {
  it('changes the feed at its second, with a file that answers, and not once more afterwards', async () => {
    const episode = await ready('The second');
    const planned = await soon(episode, 10);
    const moment = Date.parse(planned.scheduledAt!);
    expect(planned.state).toBe('scheduled');
    let seenAt = 0;
    let xml = '';
    while (!seenAt) {
      xml = await feed();
      if (itemsOf(xml).length === 2) seenAt = Date.now();
      else await sleep(20);
    }
    const enclosure = itemsOf(xml)[0]!.enclosures![0]!;
    const answer = await fetch(enclosure.url!, { method: 'HEAD' });
    expect([answer.status, Number(answer.headers.get('content-length'))]).toEqual([200, enclosure.length]);
    expect(seenAt).toBeGreaterThanOrEqual(moment);
    expect(seenAt - moment).toBeLessThan(1_000);
    expect(xml).toContain(`<lastBuildDate>${new Date(moment).toUTCString()}</lastBuildDate>`);
    const tag = await etag();
    await until(async () => (await getEpisode(client, episode)).state === 'published');
    const page = (await getEpisode(client, episode)).pageUrl.en!;
    await until(async () => (await fetch(page)).status === 200);
    await sleep(2_500);
    expect(await etag()).toBe(tag);
    expect(itemsOf(xml)[0]!.link).toBe(page);
  });

  it('that is taken back in time leaves nothing behind', async () => {
    const before = await feed();
    const tag = await etag();
    const episode = await ready('Never heard');
    const planned = await soon(episode, 6);
    await sleep(1_500);
    await take(client.api.POST(`${path}/unschedule`, at(episode)));
    await sleep(Date.parse(planned.scheduledAt!) - Date.now() + 1_500);
    expect([await etag(), await feed()]).toEqual([tag, before]);
    expect((await getEpisode(client, episode)).state).toBe('draft');
    expect((await fetch(`${instance.origin}/m/${episode.id}/1/on-the-second.mp3`)).status).toBe(404);
  });

  it('leads a browser to the page and an app to the feed', async () => {
    const browser = { 'sec-fetch-dest': 'document', 'sec-fetch-mode': 'navigate' };
    const led = await ask(show.feedUrl, browser); // `fetch` says itself how it fetches
    expect([led.status, led.headers.location]).toEqual([302, `${instance.origin}/en/${show.slug}`]);
    expect((await fetch(show.feedUrl)).headers.get('link')).toContain(`<${show.feedUrl}>; rel="self"`);
  });
});
