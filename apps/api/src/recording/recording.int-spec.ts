import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Episode, type Show } from '#libs/catalog';
import { newId } from '#libs/kernel';
import { Revision } from '#libs/media';
import { createStorage } from '#libs/storage';
import { type TestApi, openTestApi, signInOwner } from '../../../../test/api.js';
import { anEpisode, aShow } from '../../../../test/factories/catalog.js';

let t: TestApi;
let cookie: string;
let folder: string;
let show: Show;
let episode: Episode;
let path: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'estrade-recording-'));
  t = await openTestApi(
    { DATA_DIR: folder },
    { storage: await createStorage({ dataDir: folder, storageUrl: undefined }) },
  );
  cookie = await signInOwner(t);
  show = await aShow(t.dataSource);
  await t.deps.storage.put('mp3/a.mp3', Buffer.from('0123456789'));
  await t.deps.storage.put('original/a', Buffer.from('RIFF….'));
});
beforeEach(async () => {
  episode = await anEpisode(t.dataSource, show, { state: 'draft', revision: { key: 'mp3/a.mp3', bytes: 10 } });
  path = `/api/v1/shows/${show.id}/episodes/${episode.id}/recording`;
  const given = { originalKey: 'original/a', probe: { container: 'wav' } as never };
  await t.dataSource.manager.update(Revision, { recordingId: episode.recordingId! }, given);
});
afterAll(async () => {
  await t.close();
  await rm(folder, { recursive: true, force: true });
});

const change = (values: Partial<Revision>) =>
  t.dataSource.manager.update(Revision, { recordingId: episode.recordingId! }, values as never);
const get = async () => (await t.ask('GET', path, { as: cookie })).json();
const post = (verb: string) => t.ask('POST', `${path}/${verb}`, { as: cookie });
const announced = async () => {
  const rows = await t.dataSource.query(`select name, payload from outbox where name like 'media.%' order by id desc`);
  return rows as { name: string; payload: { attempt: number } }[];
};

describe('a recording', () => {
  it('shows its steps, its sound and where to hear it', async () => {
    const answer = (await get()) as { revisions: { mp3: { url: string } }[] };
    expect(answer).toMatchObject({
      recordingId: episode.recordingId,
      upload: null,
      revisions: [{ number: 1, state: 'done', progress: 1, mp3: { bytes: 10 }, error: null }],
    });
    const sound = await t.ask('GET', answer.revisions[0]!.mp3.url, { as: cookie });
    expect(sound).toMatchObject({ status: 200, text: '0123456789' });
    expect(sound.headers).toMatchObject({
      'content-type': 'audio/mpeg',
      'content-length': '10',
      'accept-ranges': 'bytes',
    });
  });

  it('is heard by byte range, before and after', async () => {
    const part = await t.ask('GET', `${path}/audio?which=after`, { as: cookie, headers: { range: 'bytes=2-4' } });
    expect(part).toMatchObject({ status: 206, text: '234' });
    expect(part.headers['content-range']).toBe('bytes 2-4/10');
    const past = await t.ask('GET', `${path}/audio?which=after`, { as: cookie, headers: { range: 'bytes=10-' } });
    expect(past.status).toBe(416);
    expect(past.headers['content-range']).toBe('bytes */10');
    const before = await t.ask('GET', `${path}/audio?which=before`, { as: cookie });
    expect(before.headers).toMatchObject({ 'content-type': 'audio/wav', 'x-content-type-options': 'nosniff' });
  });

  it('names a failure in the reader’s language and is tried again from that step', async () => {
    await change({ state: 'failed', step: 'render', errorCode: 'NOT_AUDIO', errorParams: {} });
    expect(await get()).toMatchObject({
      revisions: [{ state: 'failed', error: { code: 'NOT_AUDIO', message: expect.stringContaining('not an audio') } }],
    });
    const answer = await post('retry');
    expect(answer.json()).toMatchObject({ revisions: [{ state: 'waiting', step: 'render', error: null }] });
    expect((await announced())[0]).toMatchObject({ name: 'media.render', payload: { attempt: 2 } });
    expect((await post('retry')).json()).toMatchObject({ status: 409, code: 'NOTHING_TO_DO' });
  });

  it('is stopped, once', async () => {
    await change({ state: 'running', step: 'render' });
    expect((await post('cancel')).json()).toMatchObject({ revisions: [{ state: 'cancelled' }] });
    expect((await post('cancel')).status).toBe(409);
  });

  it('is not there for an episode without one, a stranger, or under another show (abuse:A25)', async () => {
    const bare = await anEpisode(t.dataSource, show, { state: 'draft', revision: false });
    const at = (showId: string, episodeId: string) => `/api/v1/shows/${showId}/episodes/${episodeId}/recording`;
    expect((await t.ask('GET', at(show.id, bare.id), { as: cookie })).json()).toEqual({
      recordingId: null,
      upload: null,
      revisions: [],
    });
    const other = await aShow(t.dataSource, { title: 'Une autre' });
    for (const wrong of [at(other.id, episode.id), at(newId(), episode.id), at(show.id, newId())]) {
      for (const [method, end] of [
        ['GET', ''],
        ['GET', '/audio'],
        ['POST', '/retry'],
        ['POST', '/cancel'],
      ] as const) {
        expect((await t.ask(method, wrong + end, { as: cookie })).status).toBe(404);
      }
    }
    expect((await t.ask('GET', `${path}/audio`)).status).toBe(401);
  });
});
