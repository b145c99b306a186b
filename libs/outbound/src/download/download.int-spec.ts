import { createHash, randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Outbound } from '../outbound.js';
import { openTestServer } from '../testing/test-site.js';
import { download } from './download.js';

const media = randomBytes(6_000_000);
const digest = createHash('sha256').update(media).digest('hex');

let folder: string;
const closers: (() => Promise<void>)[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'estrade-download-'));
});
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
  await rm(folder, { recursive: true });
});

interface Site {
  bytes: Buffer;
  etag: string | undefined;
  /** Break off after that many bytes of an answer. */
  breakAfter: number;
  ranges: (string | undefined)[];
}

/** A media host of the better kind: ranges, validators. */
async function open(site: Partial<Site> = {}) {
  const state: Site = { bytes: media, etag: '"one"', breakAfter: Infinity, ranges: [], ...site };
  const server = await openTestServer((request, response) => answer(state, request, response));
  const outbound = new Outbound({ publicUrl: 'https://x.example', allow: [server.origin] });
  closers.push(server.close, () => outbound.close());
  return { state, outbound, address: `${server.origin}/a.mp3`, file: join(folder, 'a.mp3') };
}

function answer(site: Site, { headers }: IncomingMessage, response: ServerResponse): void {
  site.ranges.push(headers.range);
  const isSame = headers.range !== undefined && headers['if-range'] === site.etag;
  const start = isSame ? Number(/\d+/.exec(headers.range as string)?.[0]) : 0;
  const { length } = site.bytes;
  if (start >= length) {
    response.writeHead(416, { 'content-range': `bytes */${length}` }).end();
    return;
  }
  const rest = site.bytes.subarray(start);
  response.writeHead(isSame ? 206 : 200, {
    'content-type': 'audio/mpeg',
    'content-length': rest.length,
    ...(site.etag && { etag: site.etag }),
    ...(isSame && { 'content-range': `bytes ${start}-${length - 1}/${length}` }),
  });
  if (rest.length <= site.breakAfter) response.end(rest);
  else response.write(rest.subarray(0, site.breakAfter), () => response.destroy());
}

describe('a download', () => {
  it('is the file, whole, with its length and digest', async () => {
    const { outbound, address, file } = await open();
    const told: number[] = [];
    const done = await download(outbound, address, file, { onProgress: (bytes) => told.push(bytes) });
    expect(done).toMatchObject({ bytes: media.length, sha256: digest, contentType: 'audio/mpeg' });
    expect((await readFile(file)).equals(media)).toBe(true);
    expect(told.at(-1)).toBe(media.length);
    expect(await readdir(folder)).toEqual(['a.mp3']);
  });

  it('goes on by itself where it broke off', async () => {
    const { outbound, address, file, state } = await open({ breakAfter: 4_000_000 });
    expect(await download(outbound, address, file)).toMatchObject({ sha256: digest });
    expect(state.ranges[0]).toBeUndefined();
    expect(state.ranges.length).toBeGreaterThan(1);
    expect(state.ranges.at(-1)).toMatch(/^bytes=[1-9]\d+-$/);
  });

  it('goes on in a later call, and is not there before it is complete', async () => {
    const { outbound, address, file, state } = await open({ breakAfter: 4_000_000 });
    await expect(download(outbound, address, file, { tries: 1 })).rejects.toMatchObject({ transient: true });
    expect((await readdir(folder)).sort()).toEqual(['a.mp3.part', 'a.mp3.part.json']);
    state.breakAfter = Infinity;
    expect(await download(outbound, address, file, { resume: true })).toMatchObject({ sha256: digest });
    expect(state.ranges.at(-1)).toMatch(/^bytes=[1-9]\d+-$/);
    expect(await readdir(folder)).toEqual(['a.mp3']);
  });

  it('begins anew when the file has changed meanwhile', async () => {
    const { outbound, address, file, state } = await open({ breakAfter: 4_000_000 });
    await expect(download(outbound, address, file, { tries: 1 })).rejects.toThrow();
    Object.assign(state, { bytes: randomBytes(300_000), etag: '"two"', breakAfter: Infinity });
    const done = await download(outbound, address, file, { resume: true });
    expect(done.bytes).toBe(300_000);
    expect((await readFile(file)).equals(state.bytes)).toBe(true);
  });

  it('begins anew where the server proves nothing', async () => {
    const { outbound, address, file, state } = await open({ breakAfter: 4_000_000, etag: undefined });
    await expect(download(outbound, address, file, { tries: 1 })).rejects.toThrow();
    state.breakAfter = Infinity;
    expect(await download(outbound, address, file, { resume: true })).toMatchObject({ sha256: digest });
    expect(state.ranges).toEqual([undefined, undefined]);
  });

  it('ends a file that is larger than accepted', async () => {
    const { outbound, address, file } = await open();
    await expect(download(outbound, address, file, { maxBytes: 1_000 })).rejects.toMatchObject({
      code: 'ANSWER_TOO_BIG',
    });
    expect(await readdir(folder)).not.toContain('a.mp3');
  });

  it.each([
    [404, false],
    [503, true],
  ])('says that the server answers %d', async (status, transient) => {
    const server = await openTestServer((_request, response) => response.writeHead(status).end('page'));
    const outbound = new Outbound({ publicUrl: 'https://x.example', allow: [server.origin] });
    closers.push(server.close, () => outbound.close());
    const tried = download(outbound, server.origin, join(folder, 'a.mp3'));
    await expect(tried).rejects.toMatchObject({ code: 'ANSWER_REFUSED', params: { status }, transient });
    expect(await readdir(folder)).toEqual([]);
  });
});
