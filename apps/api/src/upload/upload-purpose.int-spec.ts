import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Episode, Show } from '#libs/catalog';
import { newId } from '#libs/kernel';
import { Recording, Revision } from '#libs/media';
import { createStorage } from '#libs/storage';
import { type TestApi, openTestApi, signInOwner } from '../../../../test/api.js';
import { anEpisode, aShow } from '../../../../test/factories/catalog.js';
import type { EpisodeSoundAnswer } from '../sound/episode-sound.answer.js';
import type { PieceAnswer } from '../sound/show-sound.answer.js';

let t: TestApi;
let cookie: string;
let folder: string;
let show: Show;
let episode: Episode;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'estrade-purpose-'));
  t = await openTestApi(
    { DATA_DIR: folder },
    { storage: await createStorage({ dataDir: folder, storageUrl: undefined }) },
  );
  cookie = await signInOwner(t);
  show = await aShow(t.dataSource);
});
beforeEach(async () => {
  episode = await anEpisode(t.dataSource, show, { revision: { originalKey: 'original/a' } });
});
afterAll(async () => {
  await t.close();
  await rm(folder, { recursive: true, force: true });
});

const announce = (values: Record<string, string>) => {
  const metadata = Object.entries({ showId: show.id, filename: 'a.wav', ...values });
  const coded = metadata.map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`).join(',');
  const headers = { 'tus-resumable': '1.0.0', 'upload-length': '1000', 'upload-metadata': coded };
  return t.ask('POST', '/api/v1/uploads', { as: cookie, headers });
};
const send = (path: string) =>
  t.ask('PATCH', path, {
    as: cookie,
    body: randomBytes(1000),
    headers: {
      ...{ 'tus-resumable': '1.0.0', 'upload-offset': '0' },
      'content-type': 'application/offset+octet-stream',
    },
  });
const idOf = (location: string) => location.split('/').at(-1)!;
const sound = async (method = 'GET', end = '', body?: unknown) =>
  t.ask(method, `/api/v1/shows/${show.id}/episodes/${episode.id}/sound${end}`, { as: cookie, body });

describe('an upload for a purpose', () => {
  it('becomes a piece of the show, with a recording of its own, named while it is still on its way', async () => {
    const path = (await announce({ purpose: 'piece' })).headers.location!;
    const form = { uploadId: idOf(path), name: 'Ouverture' };
    const piece = (
      await t.ask('POST', `/api/v1/shows/${show.id}/pieces`, { as: cookie, body: form })
    ).json<PieceAnswer>();
    expect(piece).toMatchObject({ name: 'Ouverture', state: 'waiting', durationMs: null, url: null });
    expect(piece.recordingId).not.toBe(episode.recordingId);
    expect((await send(path)).status).toBe(204);
    const { recordingId } = piece;
    expect(await t.dataSource.manager.existsBy(Recording, { id: recordingId, scope: show.id })).toBe(true);
    expect(await t.dataSource.manager.findOneByOrFail(Revision, { recordingId })).toMatchObject({ state: 'waiting' });
  });

  it('sounds together with an episode’s recording, begins later on wish, and is taken out again', async () => {
    const path = (await announce({ purpose: 'track', episodeId: episode.id, filename: 'micro 2.wav' })).headers
      .location!;
    await send(path);
    const key = idOf(path);
    const added = (await sound()).json<EpisodeSoundAnswer>();
    expect(added).toMatchObject({
      tracks: [{ key, name: 'micro 2.wav', delayMs: 0, gainDb: null }],
      revisions: [{ number: 2, state: 'waiting' }, { number: 1 }],
    });
    const later = await sound('PATCH', `/tracks/${key}`, { delayMs: 1_500 });
    expect([later.status, later.json()]).toMatchObject([202, { tracks: [{ key, delayMs: 1_500 }] }]);
    expect((await sound('PATCH', `/tracks/${newId()}`, { delayMs: 5 })).status).toBe(404);
    expect((await sound('PATCH', `/tracks/${key}`, { delayMs: -1 })).status).toBe(422);
    expect((await sound('PATCH', `/tracks/${key}`, { delayMs: 1, gainDb: 40 })).status).toBe(400);
    const without = await sound('DELETE', `/tracks/${key}`);
    expect([without.status, without.json()]).toMatchObject([
      202,
      { tracks: [], revisions: [{ number: 4 }, {}, {}, {}] },
    ]);
  });

  it('is refused where the purpose makes no sense', async () => {
    const bare = await anEpisode(t.dataSource, show, { state: 'draft', revision: false });
    expect((await announce({ purpose: 'track', episodeId: bare.id })).json()).toMatchObject({
      ...{ status: 409, code: 'RECORDING_MISSING' },
    });
    const nonsense: Record<string, string>[] = [
      { purpose: 'track' },
      { purpose: 'piece', episodeId: episode.id },
      { purpose: 'cover' },
      { purpose: 'recording', episodeId: 'x' },
    ];
    for (const wrong of nonsense) expect([wrong, (await announce(wrong)).status]).toEqual([wrong, 422]);
    expect((await announce({ purpose: 'piece', showId: newId() })).status).toBe(404);
    expect((await announce({ purpose: 'track', episodeId: newId() })).status).toBe(404);
  });
});
