import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { checkArtwork } from '../feeds/rules/artwork.rules.js';
import { checkChapters } from '../feeds/rules/chapters.rules.js';
import { checkFeed } from '../feeds/rules/check.js';
import { checkFiles } from '../feeds/rules/files.rules.js';
import { checkServing } from '../feeds/rules/http.rules.js';
import { checkMedia } from '../feeds/rules/media.rules.js';
import { checkOverTime } from '../feeds/rules/over-time.rules.js';
import { checkPaging } from '../feeds/rules/paging.rules.js';
import { checkPrivate } from '../feeds/rules/private.rules.js';
import type { Finding } from '../feeds/rules/rule.js';
import { checkTranscripts } from '../feeds/rules/transcripts.rules.js';
import { type ApiClient, type Episode, openClient, ownerEnv, type Show, take } from './client.js';
import { makeRecording } from './client-recordings.js';
import {
  at,
  getEpisode,
  inShow,
  makeDraft,
  makeShow,
  publish,
  publishSound,
  upload,
  waitForSound,
} from './client-steps.js';
import { type Instance, startInstance } from './instance.js';
import { until } from './processes.js';

jest.setTimeout(300_000);

const transcript =
  'WEBVTT\n\n00:00:00.500 --> 00:00:03.000\n<v Jean>Hello.\n\n00:00:03.000 --> 00:00:06.000\n<v Sam>Hi.\n';
const path = '/api/v1/shows/{showId}/episodes/{episodeId}' as const;

let instance: Instance;
let client: ApiClient;
let show: Show;
let episode: Episode;

const read = async () => (await fetch(show.feedUrl)).text();
const ids = (findings: Finding[]) => findings.map(({ id, problem }) => `${id} ${problem}`);

beforeAll(async () => {
  instance = await startInstance({ env: ownerEnv });
  client = openClient(instance.origin);
  await client.signIn();
  show = await makeShow(client, 'Rules of the road');
  episode = await makeDraft(client, show, 'Every rule');
  await describeIt();
  await upload(client, episode, makeRecording({ seconds: 12 }));
  expect((await waitForSound(client, episode)).state).toBe('done');
  await until(async () => (await getEpisode(client, episode)).blockers.length === 0);
  await publish(client, episode);
  await until(async () => (await read()).includes('<item>'));
});
afterAll(() => instance?.remove());

describe('every rule of feeds, asked of a running instance from outside', () => {
  it('is kept by the document, its fetching and its paging', async () => {
    const feed = await read();
    expect(ids(checkFeed(feed, { url: show.feedUrl }))).toEqual([]);
    expect(ids(await checkServing(show.feedUrl))).toEqual([]);
    expect(ids(await checkPaging(feed))).toEqual([]);
  });

  it('is kept by the media, the chapters inside them and the same sound in other files', async () => {
    const feed = await read();
    expect(ids(await checkMedia(feed))).toEqual([]);
    expect(ids(await checkFiles(feed))).toEqual([]);
    expect(ids(await checkChapters(feed))).toEqual([]);
    expect(feed).toContain('podcast:chapters');
  });

  it('is kept by the artwork', async () => {
    expect(ids(await checkArtwork(await read()))).toEqual([]);
  });

  it('is kept by the transcripts in every form', async () => {
    const feed = await read();
    expect(feed.match(/<podcast:transcript /g)?.length).toBeGreaterThanOrEqual(3);
    expect(ids(await checkTranscripts(feed))).toEqual([]);
  });

  it('is kept over time: another title and another episode change no guid', async () => {
    const earlier = await read();
    const { version } = await take(client.api.GET('/api/v1/shows/{showId}', inShow(show.id)));
    const texts = [{ lang: 'en' as const, title: 'Rules of the road', description: 'New words.' }];
    await take(client.api.PATCH('/api/v1/shows/{showId}', { ...inShow(show.id), body: { version, texts } }));
    await publishSound(client, show, 'The second', makeRecording({ seconds: 6 }));
    await until(async () => (await read()).includes('The second') && (await read()).includes('New words.'));
    expect(ids(await checkOverTime(earlier, await read()))).toEqual([]);
  });

  it('is kept by a private feed', async () => {
    const subscribers = '/api/v1/shows/{showId}/subscribers' as const;
    const { feedUrl } = await take(client.api.POST(subscribers, { ...inShow(show.id), body: { name: 'Ada' } }));
    await until(async () => (await (await fetch(feedUrl)).text()).includes('<item>'));
    expect(ids(await checkPrivate(feedUrl))).toEqual([]);
    const document = checkFeed(await (await fetch(feedUrl)).text(), { url: feedUrl });
    expect(ids(document.filter(({ level }) => level === 'MUST'))).toEqual([]);
  });
});

describe('the feed’s own check', () => {
  const readFeed = async () => (await take(client.api.GET('/api/v1/shows/{showId}/feeds', inShow(show.id)))).items[0]!;
  const check = async () => {
    const params = { path: { showId: show.id, feedId: (await readFeed()).id } };
    await take(client.api.POST('/api/v1/shows/{showId}/feeds/{feedId}/check', { params }));
    await until(async () => (await readFeed()).check?.isRunning === false);
    const { items, advice } = (await readFeed()).check!;
    return { items, blocking: advice.filter(({ level }) => level === 'blocking') };
  };

  it('finds nothing that blocks, and afterwards the file that has gone', async () => {
    expect(await check()).toEqual({ items: 2, blocking: [] });
    const length = Number(/<enclosure [^>]*length="(\d+)"/.exec(await read())![1]);
    for (const file of await readdir(instance.dataDir, { recursive: true, withFileTypes: true })) {
      const path = join(file.parentPath, file.name);
      if (file.name.endsWith('.mp3') && (await stat(path)).size === length) await rm(path);
    }
    expect((await check()).blocking).toMatchObject([{ id: 'dead-enclosure', title: 'The second', field: 'audio' }]);
  });
});

/** Texts, chapters, a guest and a transcript, as a producer would fill them in. */
async function describeIt(): Promise<void> {
  const { api } = client;
  const { texts, chapters, people, transcripts } = episode.working.versions;
  const text = { lang: 'en' as const, title: 'Every rule', summary: 'What a feed must.', notes: 'Read **more**.' };
  await take(api.PUT(`${path}/texts`, { ...at(episode), body: { version: texts, texts: [text] } }));
  const pasted = '00:00 Opening\n00:04 Middle\n00:08 Thanks';
  await take(api.PUT(`${path}/chapters`, { ...at(episode), body: { version: chapters, pasted } }));
  const guest = { name: 'Jean Tremblay', role: 'guest' as const, organisation: 'Studio Nord', texts: [] };
  await take(api.PUT(`${path}/people`, { ...at(episode), body: { version: people, people: [guest] } }));
  await take(
    api.PUT(`${path}/transcripts/{lang}`, {
      params: { path: { ...at(episode).params.path, lang: 'en' } },
      body: { version: transcripts, text: transcript },
    }),
  );
}
