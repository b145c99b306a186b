import { jest } from '@jest/globals';
import { createHash } from 'node:crypto';
import { type ApiClient, type Episode, openClient, ownerEnv, type Show, take } from './client.js';
import { makeRecording } from './client-recordings.js';
import { at, getEpisode, getRecording, makeShow, publishSound, waitForSound } from './client-steps.js';
import { watchEnclosure, type Watch } from './enclosure-watch.js';
import { type Instance, startInstance } from './instance.js';
import { childrenOf, killHard, processesNaming, until } from './processes.js';

jest.setTimeout(300_000);

const sound = '/api/v1/shows/{showId}/episodes/{episodeId}/sound' as const;
let instance: Instance;
let client: ApiClient;
let show: Show;
let episode: Episode;
let watch: Watch;
/** Each file that listeners got, by its address, as it was when they got it. */
const heard = new Map<string, string>();

beforeAll(async () => {
  instance = await startInstance({ env: ownerEnv });
  client = openClient(instance.origin);
  await client.signIn();
  show = await makeShow(client, 'Marketing News Canada');
  episode = await publishSound(client, show, 'What dates tell', makeRecording({ seconds: 150 }));
  await until(async () => (await (await fetch(show.feedUrl)).text()).includes('<enclosure'));
  watch = watchEnclosure(show.feedUrl);
  await watch.rounds(2);
});
afterAll(async () => {
  await watch?.stop();
  await instance?.remove();
});
afterEach(async () => {
  // Whatever happened meanwhile: every byte that the feed announced was there, no more and no less.
  expect(watch.differences()).toEqual([]);
  for (const [url, digest] of heard) expect(await digestOf(url)).toBe(digest);
});

describe('a published episode whose sound is made anew', () => {
  it('keeps its file while a worker is killed in the middle of it, and until the update', async () => {
    const before = await remember();
    await saveTarget(-18);
    await take(client.api.POST(`${sound}/renders`, at(episode)));
    await until(() => rendering().length > 0);
    for (const pid of workers()) killHard(pid);
    expect((await getRecording(client, episode)).revisions[0]).toMatchObject({ number: 2, step: 'render', mp3: null });
    await watch.rounds(2);
    expect((await waitForSound(client, episode)).state).toBe('done');
    expect(rendering()).toEqual([]);
    await watch.rounds(2);
    expect(await watch.latest()).toEqual(before);

    await update();
    const after = await remember(before.url);
    expect(after.guid).toBe(before.guid);
    expect(after.digest).not.toBe(before.digest);
  });

  it('keeps it too when everything is killed at once and started again', async () => {
    const before = await remember();
    await saveTarget(-14);
    await take(client.api.POST(`${sound}/renders`, at(episode)));
    await until(() => rendering().length > 0);
    watch.expectAbsence();
    for (const pid of [...processesNaming(instance.dataDir), instance.pid()]) killHard(pid);
    await instance.kill();
    await instance.restart();
    watch.expectPresence();
    await watch.rounds(2);
    expect(await watch.latest()).toEqual(before);
    expect((await waitForSound(client, episode)).state).toBe('done');
    await update();
    expect((await remember(before.url)).guid).toBe(before.guid);
  });

  it('takes its first file back in one action: the same bytes at another address', async () => {
    const [first] = [...heard];
    const before = await remember();
    const { revisions } = await take(client.api.GET(sound, at(episode)));
    const oldest = revisions.find(({ number }) => number === 1)!;
    await take(client.api.POST(`${sound}/rollback`, { ...at(episode), body: { revisionId: oldest.id } }));
    await update();
    const after = await remember(before.url);
    expect(after.digest).toBe(first![1]);
    expect(after.url).not.toBe(first![0]);
    expect(after.guid).toBe(before.guid);
  });

  it('gets new tags in a new file, on request only', async () => {
    const before = await remember();
    const { versions } = (await getEpisode(client, episode)).working;
    const texts = [{ lang: 'en' as const, title: 'What dates really tell' }];
    const path = '/api/v1/shows/{showId}/episodes/{episodeId}/texts' as const;
    await take(client.api.PUT(path, { ...at(episode), body: { version: versions.texts, texts } }));
    await update(() => feedSays('What dates really tell'));
    expect(await watch.latest()).toEqual(before);
    await take(client.api.POST(`${sound}/tags`, at(episode)));
    await until(async () => (await waitForSound(client, episode)).number === 5);
    await update();
    const after = await remember(before.url);
    expect(after.digest).not.toBe(before.digest);
    expect(after.guid).toBe(before.guid);
  });
});

const workers = () => processesNaming('worker/src/main.js').filter((pid) => childrenOf(instance.pid()).includes(pid));
const rendering = () => processesNaming(`${instance.dataDir}/work/`).filter((pid) => pid !== instance.pid());
const digestOf = async (url: string) =>
  createHash('sha256')
    .update(Buffer.from(await (await fetch(url)).arrayBuffer()))
    .digest('hex');
const feedSays = async (text: string) => (await (await fetch(show.feedUrl)).text()).includes(text);

/** What listeners get now; `unless` it is still the old address: then the new one is waited for. */
async function remember(unless?: string) {
  await until(async () => (await watch.latest()).url !== unless);
  const latest = await watch.latest();
  heard.set(latest.url, latest.digest);
  return latest;
}

async function saveTarget(targetLufs: -14 | -18): Promise<void> {
  const { version } = await take(client.api.GET(sound, at(episode)));
  const body = { version, own: { targetLufs }, only: null, leave: [], cuts: [] };
  await take(client.api.PUT(sound, { ...at(episode), body }));
}

/** *Update*, once the working copy has what was made. */
async function update(isDone: () => Promise<boolean> = async () => true): Promise<void> {
  await until(async () => (await getEpisode(client, episode)).hasUnreleasedChanges);
  await take(client.api.POST('/api/v1/shows/{showId}/episodes/{episodeId}/update', at(episode)));
  await until(isDone);
}
