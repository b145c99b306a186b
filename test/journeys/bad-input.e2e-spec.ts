import { once } from 'node:events';
import { createServer, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as readText } from 'node:stream/consumers';
import { jest } from '@jest/globals';
import { SaxesParser } from 'saxes';
import { findBreaches } from '../feeds/rules/check.js';
import {
  type ApiClient,
  type Episode,
  openClient,
  ownerEnv,
  type Problem,
  refusal,
  type Show,
  take,
} from './client.js';
import { makeRecording } from './client-recordings.js';
import {
  announce,
  asPicture,
  at,
  drawCover,
  getEpisode,
  getRecording,
  inShow,
  makeDraft,
  makeShow,
  publish,
  publishSound,
  sendHeaders,
  upload,
  waitForSound,
} from './client-steps.js';
import { type Instance, startInstance } from './instance.js';
import { until } from './processes.js';

jest.setTimeout(180_000);

const path = '/api/v1/shows/{showId}/episodes/{episodeId}' as const;
const mebibyte = 1024 ** 2;
let instance: Instance;
let client: ApiClient;
let show: Show;
/** On the air from the beginning; nothing of what follows may touch it. */
let published: Episode;

beforeAll(async () => {
  const limits = { UPLOAD_MAX_BYTES: String(30 * mebibyte), UPLOAD_QUOTA_BYTES: String(40 * mebibyte) };
  instance = await startInstance({ env: { ...ownerEnv, ...limits } });
  client = openClient(instance.origin);
  await client.signIn();
  show = await makeShow(client, 'Hard to break');
  published = await publishSound(client, show, 'On the air', makeRecording({ seconds: 3 }));
});
afterAll(() => instance?.remove());

afterEach(async () => {
  expect(await getEpisode(client, published)).toMatchObject({ state: 'published', guid: published.guid });
  expect((await fetch(`${instance.origin}/readyz`)).status).toBe(200);
});

const feed = async () => (await fetch(show.feedUrl)).text();
const saveTexts = async (episode: Episode, text: { title?: string; notes?: string }, version?: number) =>
  client.api.PUT(`${path}/texts`, {
    ...at(episode),
    body: {
      version: version ?? (await getEpisode(client, episode)).working.versions.texts,
      texts: [{ lang: 'en', title: 'A draft', summary: '', notes: '', ...text }],
    },
  });

describe('a recording that is none', () => {
  const words = Buffer.from('Dear listeners, this is not sound at all.\n'.repeat(200));
  it.each([
    ['not audio', words, 'NOT_AUDIO'],
    ['of 64 channels', makeRecording({ seconds: 0.5, rate: 8000, channels: 64 }), 'TOO_MANY_CHANNELS'],
  ])('(%s) is refused in words; the draft and the file are kept', async (_, bytes, code) => {
    const episode = await makeDraft(client, show, 'Not sound');
    await upload(client, episode, bytes, 'talk.mp3');
    const { state, error } = await waitForSound(client, episode);
    expect([state, error?.code]).toEqual(['failed', code]);
    expect(error!.message).toMatch(/^This file .+\.$/);
    const address = `/api/v1/shows/${show.id}/episodes/${episode.id}/recording/audio?which=before`;
    expect(Buffer.from(await (await client.ask('GET', address)).arrayBuffer()).equals(bytes)).toBe(true);
    expect((await refusal(client.api.POST(`${path}/publish`, at(episode)))).code).toBe('EPISODE_NOT_READY');
  });

  it('(a playlist disguised as audio) is refused, and nobody is called', async () => {
    const calls: string[] = [];
    const canary = createServer((asked, response) => {
      calls.push(asked.url ?? '');
      response.end();
    }).listen(0, '127.0.0.1');
    canary.on('connection', () => calls.push('connection'));
    await new Promise((resolve) => canary.once('listening', resolve));
    const address = `http://127.0.0.1:${(canary.address() as AddressInfo).port}/secret.ts`;
    for (const [name, text] of [
      ['talk.mp3', `#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\n${address}\n#EXT-X-ENDLIST\n`],
      ['talk.wav', `ffconcat version 1.0\nfile '${address}'\n`],
    ] as const) {
      const episode = await makeDraft(client, show, 'A list');
      await upload(client, episode, Buffer.from(text), name);
      expect(await waitForSound(client, episode)).toMatchObject({ state: 'failed', error: { code: 'NOT_AUDIO' } });
    }
    canary.close();
    expect(calls).toEqual([]);
  });

  it('(zero bytes) is refused before it is sent', async () => {
    const problem = await refusal(announce(client, await makeDraft(client, show, 'Empty'), 0));
    expect(problem).toMatchObject({ status: 422, code: 'EMPTY_FILE', detail: expect.stringContaining('0 bytes') });
  });

  it('(truncated) is published as far as it goes, and the report says so', async () => {
    const episode = await makeDraft(client, show, 'Cut off');
    await upload(client, episode, makeRecording({ seconds: 3, declaredBytes: 9 * 192_000 }), 'cut.wav');
    const { state, report } = await waitForSound(client, episode);
    expect(state).toBe('done');
    expect(report?.['notes']).toContainEqual(expect.objectContaining({ code: 'TRUNCATED' }));
  });

  // A disk that is full in the middle of an upload: apps/api/src/upload/upload.int-spec.ts (507 DISK_FULL, fault:F23).
  it('(too large for a file, or for what is left) is refused before its first byte', async () => {
    const episode = await makeDraft(client, show, 'Large');
    expect(await refusal(announce(client, episode, 31 * mebibyte))).toMatchObject({
      status: 413,
      code: 'UPLOAD_TOO_LARGE',
    });
    expect((await announce(client, episode, 25 * mebibyte)).status).toBe(201);
    const full = await refusal(announce(client, episode, 25 * mebibyte));
    expect(full).toMatchObject({ status: 413, code: 'QUOTA_EXCEEDED' });
    expect((await getRecording(client, episode)).upload).toMatchObject({ state: 'receiving', receivedBytes: 0 });
  });
});

describe('a cover', () => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="1400" height="1400"><script/></svg>');
  it.each([
    ['of 12,000 pixels', () => drawCover(12_000), 'image/png', 'IMAGE_TOO_LARGE'],
    ['as SVG', () => svg, 'image/svg+xml', 'COVER_NOT_RASTER'],
    ['as SVG that says it is a PNG', () => svg, 'image/png', 'COVER_NOT_RASTER'],
    ['of 300 pixels', () => drawCover(300), 'image/png', 'COVER_TOO_SMALL'],
  ])('%s is refused and the present one stays', async (_, make, type, code) => {
    const before = (await take(client.api.GET('/api/v1/shows/{showId}', inShow(show.id)))).cover;
    const picture = asPicture(await make(), type);
    const problem = await refusal(client.api.PUT('/api/v1/shows/{showId}/cover', { ...inShow(show.id), ...picture }));
    expect(problem).toMatchObject({ status: 422, code });
    const after = (await take(client.api.GET('/api/v1/shows/{showId}', inShow(show.id)))).cover;
    expect(after).toEqual(before);
    expect((await fetch(after!.url)).headers.get('content-type')).toMatch(/^image\//);
  });
});

describe('texts that break things elsewhere', () => {
  it('come out of a title as they are, or cleaned, in a feed that every parser reads', async () => {
    const title = `Q&A ]]> <b>bold</b> a\u000bb \ud800 “é” &amp;`;
    const notes = [
      '<script>alert(1)</script> <img src=x onerror=alert(2)> <iframe src="https://example.org"></iframe>',
      '[press](javascript:alert(3)) [data](data:text/html,<script>alert(4)</script>) [vb](vbscript:x)',
      '<a href="https://example.org" onclick="alert(5)">link</a> <javascript:alert(6)>',
      ']]> & \u000b and **fine** [here](https://example.org/?a=1&b=2)',
    ].join('\n\n');
    await take(saveTexts(published, { title, notes }));
    published = await take(client.api.POST(`${path}/update`, at(published)));
    const kept = 'Q&A ]]> <b>bold</b> ab \ufffd “é” &amp;';
    expect(published.released!.texts[0]!.title).toBe(kept);
    await until(async () => readTitles(await feed()).includes(kept));
    const xml = await feed();
    expect(findBreaches(xml, { url: show.feedUrl })).toEqual([]);
    const page = await (await fetch(published.pageUrl.en!)).text();
    expect(page).toContain('Q&amp;A');
    for (const text of [withoutHead(page), xml]) {
      expect(text).not.toMatch(/<(img|iframe)[^>]*(onerror|example\.org")/i);
      expect(text).not.toMatch(/href="?\s*(javascript|data|vbscript):/i);
      expect(text).not.toMatch(/<script[^>]*>alert|<[^>]+\son(click|error)=/i);
      expect(text).toContain('example.org/?a=1');
    }
  });

  it('(a title of 300 characters) are refused with the field and the limit, and the old one stays', async () => {
    const episode = await makeDraft(client, show, 'A short one');
    const problem = await refusal(saveTexts(episode, { title: 'x'.repeat(300) }));
    expect(problem).toMatchObject({ status: 422, code: 'INVALID' });
    expect(problem.fields).toEqual([{ path: 'texts.0.title', message: expect.stringMatching(/255.+300/) }]);
    expect((await getEpisode(client, episode)).working.texts[0]!.title).toBe('A short one');
  });
});

describe('a step that cannot be taken', () => {
  it('(publishing without audio) says what is missing', async () => {
    const problem = await refusal(client.api.POST(`${path}/publish`, at(await makeDraft(client, show, 'Silent'))));
    expect(problem).toMatchObject({ status: 422, code: 'EPISODE_NOT_READY', blockers: [{ code: 'AUDIO_MISSING' }] });
    expect(problem.fields).toEqual([{ path: 'audio', message: 'Add a recording.' }]);
  });

  it('(a local time that does not exist) offers both possibilities', async () => {
    const episode = await makeDraft(client, show, 'For later');
    await upload(client, episode, makeRecording({ seconds: 2 }));
    expect((await waitForSound(client, episode)).state).toBe('done');
    await until(async () => (await getEpisode(client, episode)).blockers.length === 0);
    const schedule = (local: string) =>
      client.api.POST(`${path}/schedule`, { ...at(episode), body: { local, zone: 'America/Montreal' } });
    const problem = await refusal(schedule('2027-03-14T02:30'));
    expect(problem).toMatchObject({ status: 422, code: 'LOCAL_TIME_MISSING' });
    const possible = problem['possible'] as { local: string; at: string }[];
    expect(possible).toMatchObject([
      { local: '2027-03-14T01:30', at: '2027-03-14T06:30:00.000Z' },
      { local: '2027-03-14T03:30', at: '2027-03-14T07:30:00.000Z' },
    ]);
    expect(problem.detail).toMatch(/01:30.+03:30/);
    expect((await getEpisode(client, episode)).state).toBe('draft');
    const scheduled = await take(schedule(possible[1]!.local));
    expect(scheduled).toMatchObject({ state: 'scheduled', scheduledAt: '2027-03-14T07:30:00.000Z' });
  });

  it('(two people saving the same field) gives the second both values and keeps the first', async () => {
    const episode = await makeDraft(client, show, 'Ours');
    const version = episode.working.versions.texts;
    await take(saveTexts(episode, { title: 'Hers' }, version));
    const problem = await refusal(saveTexts(episode, { title: 'His' }, version));
    expect(problem).toMatchObject({ status: 409, code: 'STALE_VERSION', version: version + 1 });
    expect(JSON.stringify(problem['theirs'])).toContain('Hers');
    expect(JSON.stringify(problem['yours'])).toContain('His');
    expect((await getEpisode(client, episode)).working.texts[0]!.title).toBe('Hers');
  });
});

describe('a stranger', () => {
  it('(a token without the scope) may read, not write nor publish', async () => {
    const body = { name: 'Reader', scopes: ['read' as const] };
    const { secret } = await take(client.api.POST('/api/v1/tokens', { body }));
    const reader = openClient(instance.origin, secret);
    expect(await getEpisode(reader, published)).toMatchObject({ id: published.id });
    for (const refused of [
      reader.api.POST(`${path}/unpublish`, at(published)),
      reader.api.POST('/api/v1/shows/{showId}/episodes', { ...inShow(show.id), body: { title: 'No' } }),
      announce(reader, published, 1000),
    ]) {
      expect(await refusal(refused)).toMatchObject({ status: 403, code: 'SCOPE_MISSING' });
    }
  });

  it('(the id of another show) finds nothing there', async () => {
    const other = await makeShow(client, 'Another show');
    const theirs = { id: published.id, showId: other.id };
    for (const refused of [
      client.api.GET(path, at(theirs)),
      client.api.POST(`${path}/publish`, at(theirs)),
      client.api.DELETE(path, at(theirs)),
      announce(client, theirs, 1000),
    ]) {
      expect(await refusal(refused)).toMatchObject({ status: 404, code: 'NOT_FOUND' });
    }
    const { secret } = await take(
      client.api.POST('/api/v1/tokens', { body: { name: 'Other', scopes: ['read'], showId: other.id } }),
    );
    expect(await refusal(openClient(instance.origin, secret).api.GET(path, at(published)))).toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('a request that is broken', () => {
  const json = { 'content-type': 'application/json' };
  it.each([
    ['JSON that breaks off', 'POST', '/api/v1/shows', '{"title":', 400, 'BAD_JSON'],
    ['an unknown field', 'POST', '/api/v1/shows', '{"titel":"x"}', 400, 'UNKNOWN_FIELD'],
    ['a NUL in an id', 'GET', '/api/v1/shows/%00', undefined, 404, 'NOT_FOUND'],
    ['a NUL after an id', 'GET', '/api/v1/shows/01a20260-6133-70aa-8208-d25111c3a52f%00', undefined, 404, 'NOT_FOUND'],
    ['an id that climbs', 'GET', '/api/v1/shows/..%2f..%2fetc', undefined, 404, 'NOT_FOUND'],
    ['an escape that breaks off', 'GET', '/api/v1/shows/%', undefined, 400, 'BAD_REQUEST'],
  ])('(%s) is refused', async (_, method, address, body, status, code) => {
    expect(await refusal(client.ask(method, address, { body, headers: json }))).toMatchObject({ status, code });
  });

  it('(a huge body) is refused when it is announced, before it is read', async () => {
    const headers = { ...client.headers(), ...json, 'content-length': 5 * 1024 ** 3 };
    const sending = request(`${instance.origin}/api/v1/shows`, { method: 'POST', headers });
    sending.on('error', () => undefined);
    sending.write('{"title":"');
    const [answer] = (await once(sending, 'response')) as [IncomingMessage];
    const problem = JSON.parse(await readText(answer)) as Problem;
    sending.destroy();
    expect([answer.statusCode, problem.code]).toEqual([413, 'TOO_LARGE']);
  });

  it('(NUL and lone surrogates in texts and searches) does no harm', async () => {
    const episode = await makeDraft(client, show, 'a\0b');
    expect(episode.working.texts[0]!.title).toBe('ab');
    const found = await client.ask('GET', '/api/v1/persons?q=%00');
    expect(found.status).toBeLessThan(500);
    const text = '{"title":"\\ud800 \\u0000"}';
    const drafted = await client.ask('POST', `/api/v1/shows/${show.id}/episodes`, { body: text, headers: json });
    expect(drafted.status).toBe(201);
    for (const address of [
      '/en/%00',
      '/%00/feed.xml',
      '/m/%00/1/x.mp3',
      '/m/image/full/%00',
      '/en/g/%ED%A0%80',
      '/en/%',
    ]) {
      const { status } = await fetch(`${instance.origin}${address}`);
      expect([address, status >= 400 && status < 500]).toEqual([address, true]);
    }
  });

  it('(bytes of an upload at a wrong place) is refused, and what was there stays', async () => {
    const episode = await makeDraft(client, show, 'At the wrong place');
    const location = (await announce(client, episode, 1000)).headers.get('location')!;
    const headers = sendHeaders(client, 500);
    const wrong = await client.ask('PATCH', location, { headers, body: new Uint8Array(500) });
    expect(wrong.status).toBe(409);
    expect((await getRecording(client, episode)).upload).toMatchObject({ receivedBytes: 0, state: 'receiving' });
  });
});

describe('after all that', () => {
  it('everything on the air is still there, and the log tells of no error of ours', async () => {
    expect(readTitles(await feed()).filter((title) => title.startsWith('Q&A'))).not.toEqual([]);
    expect((await fetch(published.pageUrl.en!)).status).toBe(200);
    expect((await publish(client, published).catch((error: Error) => error.message)) as string).toMatch(
      /EPISODE_STATE/,
    );
    const lines = instance.output().split('\n');
    const isOfFile = (line: string) => /"jobId":"media\.probe-.+"reason":"This file /.test(line);
    const errors = lines.filter((line) => /"level":"(error|fatal)"|"status":5\d\d/.test(line) && !isOfFile(line));
    expect(errors).toEqual([]);
  });
});

/** Every title of a feed, as a strict parser of XML reads it. */
function readTitles(xml: string): string[] {
  const titles: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  let text = '';
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', () => (text = ''));
  parser.on('text', (more) => (text += more));
  parser.on('cdata', (more) => (text += more));
  parser.on('closetag', ({ name }) => void (name === 'title' && titles.push(text)));
  parser.write(xml).close();
  return titles;
}

const withoutHead = (page: string) => page.slice(page.indexOf('<body'));
