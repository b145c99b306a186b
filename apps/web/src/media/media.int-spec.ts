import { readdirSync } from 'node:fs';
import { request } from 'node:http';
import { newGuid, system } from '#libs/kernel';
import { anEpisode, aShow } from '../../../../test/factories/catalog.js';
import { aRevision } from '../../../../test/factories/media.js';
import { aWebWorld, type WebWorld } from '../web.fixture.js';

const size = 100_000;
const bytes = Buffer.from(Array.from({ length: size }, (_, i) => (i * 7 + (i >> 8)) & 255));

describe('published media', () => {
  let world: WebWorld;
  let path: string;
  let episodeId: string;
  let showId: string;

  beforeAll(async () => {
    world = await aWebWorld();
    const show = await aShow(world.db);
    showId = show.id;
    await world.storage.put('audio/one.mp3', bytes);
    const episode = await anEpisode(world.db, show, {
      revision: { key: 'audio/one.mp3', bytes: size, durationMs: 61_000 },
      chapters: '00:00 Bonjour\n00:30 La mesure <&>',
    });
    episodeId = episode.id;
    path = `/m/${episodeId}/1/quinze-ans.mp3`;
  });
  afterAll(() => world?.close());

  it('gives the whole file with its length, validators and no cookie, never compressed', async () => {
    const { status, headers, bytes: got } = await world.get(path, { 'accept-encoding': 'gzip, br' });
    expect(status).toBe(200);
    expect(got.equals(bytes)).toBe(true);
    expect(headers).toMatchObject({
      'content-type': 'audio/mpeg',
      'content-length': String(size),
      'accept-ranges': 'bytes',
      'access-control-allow-origin': '*',
      'cache-control': 'public, max-age=86400',
      'x-content-type-options': 'nosniff',
    });
    expect(headers['etag']).toMatch(/^"[0-9a-f]{32}"$/);
    expect(headers['last-modified']).toBeDefined();
    expect([headers['content-encoding'], headers['set-cookie']]).toEqual([undefined, undefined]);
  });

  it('answers HEAD with the same headers and no body', async () => {
    const { status, headers, bytes: got } = await world.get(path, {}, 'HEAD');
    expect([status, got.length, headers['content-length']]).toEqual([200, 0, String(size)]);
    const part = await world.get(path, { range: 'bytes=0-9' }, 'HEAD');
    expect([part.status, part.bytes.length, part.headers['content-length']]).toEqual([206, 0, '10']);
  });

  it.each([
    ['bytes=0-0', 0, 0],
    ['bytes=100-199', 100, 199],
    ['bytes=150-249', 150, 249],
    ['bytes=99990-', 99_990, 99_999],
    ['bytes=-8', 99_992, 99_999],
    ['bytes=99990-200000', 99_990, 99_999],
  ])('answers %s with exactly these bytes', async (range, start, end) => {
    const { status, headers, bytes: got } = await world.get(path, { range });
    expect([status, headers['content-range']]).toEqual([206, `bytes ${start}-${end}/${size}`]);
    expect(headers['content-length']).toBe(String(end - start + 1));
    expect(got.equals(bytes.subarray(start, end + 1))).toBe(true);
  });

  it.each(['bytes=100000-', 'bytes=200000-200001', 'bytes=-0'])('answers 416 to %s', async (range) => {
    const { status, headers } = await world.get(path, { range });
    expect([status, headers['content-range']]).toEqual([416, `bytes */${size}`]);
  });

  it.each(['bytes=5-1', 'bytes=0-1,5-9', 'items=0-1', 'bytes=x'])('gives the whole for %s', async (range) => {
    expect((await world.get(path, { range })).status).toBe(200);
  });

  it('continues a part only while If-Range is current', async () => {
    const { headers } = await world.get(path, {}, 'HEAD');
    const status = async (ifRange: string) =>
      (await world.get(path, { range: 'bytes=0-9', 'if-range': ifRange })).status;
    expect(await status(headers['etag']!)).toBe(206);
    expect(await status(headers['last-modified']!)).toBe(206);
    expect(await status('"another"')).toBe(200);
    expect(await status('Mon, 01 Jan 2024 00:00:00 GMT')).toBe(200);
  });

  it('answers 304 to what the reader has', async () => {
    const { headers } = await world.get(path, {}, 'HEAD');
    expect((await world.get(path, { 'if-none-match': headers['etag']! })).status).toBe(304);
    expect((await world.get(path, { 'if-modified-since': headers['last-modified']! })).status).toBe(304);
    const stale = { 'if-none-match': '"old"', 'if-modified-since': headers['last-modified']! };
    expect((await world.get(path, stale)).status).toBe(200);
  });

  it('gives chapters as JSON to players anywhere', async () => {
    const { status, headers, body } = await world.get(`/m/${episodeId}/chapters.json`);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('application/json+chapters; charset=utf-8');
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(JSON.parse(body)).toMatchObject({
      version: '1.2.0',
      chapters: [
        { startTime: 0, title: 'Bonjour' },
        { startTime: 30, title: 'La mesure <&>' },
      ],
    });
  });

  it('gives nothing of a draft, an unpublished one, another name or a revision that is not out', async () => {
    const show = { id: showId } as Awaited<ReturnType<typeof aShow>>;
    const draft = await anEpisode(world.db, show, { state: 'draft', revision: { key: 'audio/one.mp3', bytes: size } });
    const missing = [
      `/m/${draft.id}/1/x.mp3`,
      `/m/${draft.id}/chapters.json`,
      `/m/${newGuid()}/1/x.mp3`,
      `/m/${episodeId}/2/x.mp3`,
      `/m/${episodeId}/0/x.mp3`,
      `/m/${episodeId}/1/x.wav`,
      `/m/${episodeId}/1/..%2f..%2fsecret.mp3`,
      `/m/not-an-id/1/x.mp3`,
      '/m/image/96/../../x.jpg',
      `/m/image/97/${newGuid()}.jpg`,
    ];
    for (const url of missing) expect([url, (await world.get(url)).status >= 400]).toEqual([url, true]);
  });

  it('hides the file at the moment it is unpublished', async () => {
    const show = { id: showId } as Awaited<ReturnType<typeof aShow>>;
    const episode = await anEpisode(world.db, show, { revision: { key: 'audio/one.mp3', bytes: size } });
    const url = `/m/${episode.id}/1/x.mp3`;
    await settled();
    expect((await world.get(url, {}, 'HEAD')).status).toBe(200);
    await world.catalog.publishing.unpublish(system, showId, episode.id);
    await settled();
    expect((await world.get(url, {}, 'HEAD')).status).toBe(404);
  });

  it('keeps a replaced file at its address for 30 days, then sends on to the new one, but never the middle of it', async () => {
    const show = { id: showId } as Awaited<ReturnType<typeof aShow>>;
    const episode = await anEpisode(world.db, show, { revision: { key: 'audio/one.mp3', bytes: size } });
    await world.storage.put('audio/two.mp3', Buffer.from('two'));
    const { recordingId, revisionId } = await aRevision(world.db, showId, {
      recordingId: episode.recordingId!,
      number: 2,
      key: 'audio/two.mp3',
      bytes: 3,
    });
    await world.catalog.episodeMedia.attachRevision(recordingId, revisionId);
    expect((await world.get(`/m/${episode.id}/2/x.mp3`)).status).toBe(404);
    await world.catalog.publishing.update(system, showId, episode.id);
    await settled();
    const old = await world.get(`/m/${episode.id}/1/x.mp3`, { range: 'bytes=500-' });
    expect([old.status, old.bytes.equals(bytes.subarray(500))]).toEqual([206, true]);
    world.clock.forward(31 * 24 * 3_600_000);
    const moved = await world.get(`/m/${episode.id}/1/x.mp3`);
    expect([moved.status, moved.headers['location']]).toEqual([302, `/m/${episode.id}/2/x.mp3`]);
    expect((await world.get(`/m/${episode.id}/1/x.mp3`, { range: 'bytes=500-' })).status).toBe(410);
    expect((await world.get(`/m/${episode.id}/2/x.mp3`)).body).toBe('two');
  });

  it('gives the files beside the MP3 under their own endings', async () => {
    const show = { id: showId } as Awaited<ReturnType<typeof aShow>>;
    const alternates = [{ kind: 'opus' as const, key: 'opus/one.opus', bytes: 4 }];
    await world.storage.put('opus/one.opus', Buffer.from('OggS'));
    const episode = await anEpisode(world.db, show, { revision: { key: 'audio/one.mp3', bytes: size, alternates } });
    await settled();
    const opus = await world.get(`/m/${episode.id}/1/x.opus`);
    expect([opus.status, opus.body, opus.headers['content-type']]).toEqual([200, 'OggS', 'audio/ogg']);
    expect((await world.get(`/m/${episode.id}/1/x.m4a`)).status).toBe(404);
  });

  it('gives a film in segments, and nothing that lies elsewhere', async () => {
    const show = { id: showId } as Awaited<ReturnType<typeof aShow>>;
    const key = 'hls/one/index.m3u8';
    await world.storage.put(key, Buffer.from('#EXTM3U'));
    await world.storage.put('hls/one/00001.m4s', Buffer.from('moof'));
    const alternates = [{ kind: 'hls' as const, key, bytes: 11 }];
    const episode = await anEpisode(world.db, show, { revision: { key: 'audio/one.mp3', bytes: size, alternates } });
    await settled();
    const get = (name: string) => world.get(`/m/${episode.id}/1/hls/${name}`);
    const playlist = await get('index.m3u8');
    expect([playlist.body, playlist.headers['content-type']]).toEqual(['#EXTM3U', 'application/vnd.apple.mpegurl']);
    const part = await get('00001.m4s');
    expect([part.body, part.headers['content-type']]).toEqual(['moof', 'video/mp4']);
    expect(part.headers['etag']).not.toBe(playlist.headers['etag']);
    for (const name of ['00002.m4s', '..%2f..%2faudio%2fone.mp3', 'x.m3u8', '.', 'init.mp4'])
      expect([name, (await get(name)).status]).toEqual([name, 404]);
    expect((await world.get(`/m/${episode.id}/2/hls/index.m3u8`)).status).toBe(404);
  });

  it('leaves no open file behind when listeners go away in the middle', async () => {
    const big = Buffer.alloc(8 << 20, 1);
    await world.storage.put('audio/big.mp3', big);
    const show = { id: showId } as Awaited<ReturnType<typeof aShow>>;
    const episode = await anEpisode(world.db, show, { revision: { key: 'audio/big.mp3', bytes: big.length } });
    await settled();
    const before = openFiles();
    await Promise.all(Array.from({ length: 20 }, () => leaveInTheMiddle(`${world.origin}/m/${episode.id}/1/x.mp3`)));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(openFiles()).toBeLessThanOrEqual(before + 2);
  });

  it('serves a picture in the widths that lie ready', async () => {
    const id = newGuid();
    await world.storage.put(`image/${id}-320.jpg`, Buffer.from('small'));
    const { status, headers, body } = await world.get(`/m/image/320/${id}.jpg`);
    expect([status, headers['content-type'], body]).toEqual([200, 'image/jpeg', 'small']);
    expect((await world.get(`/m/image/320/${id}.jpg`, { 'if-none-match': headers['etag']! })).status).toBe(304);
    expect((await world.get(`/m/image/full/${id}.jpg`)).status).toBe(404);
  });
});

async function settled(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 60));
}

/** Files of the storage that this process holds open right now. */
function openFiles(): number {
  return readdirSync('/proc/self/fd').length;
}

function leaveInTheMiddle(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { agent: false }, (answer) => {
      answer.once('data', () => {
        asked.destroy();
        resolve();
      });
      answer.on('error', () => {});
    });
    asked.on('error', (error: NodeJS.ErrnoException) => (error.code === 'ECONNRESET' ? resolve() : reject(error)));
    asked.end();
  });
}
