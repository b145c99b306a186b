import { createHash } from 'node:crypto';
import { createServer, type OutgoingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import sharp from 'sharp';
import { artworkRules, checkArtwork } from './rules/artwork.rules.js';
import { checkFiles, fileRules } from './rules/files.rules.js';
import { checkOverTime, overTimeRules } from './rules/over-time.rules.js';
import { checkPaging } from './rules/paging.rules.js';
import { checkPrivate, privateRules } from './rules/private.rules.js';
import type { Finding } from './rules/rule.js';
import { checkTranscripts, transcriptRules } from './rules/transcripts.rules.js';

interface Page {
  status?: number;
  headers?: OutgoingHttpHeaders;
  body: Buffer | string;
}

/** A site as a table of addresses. */
let site: Record<string, Page>;
let server: Server;
let origin: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    const page = site[request.url!] ?? { status: 404, body: '' };
    const length = Buffer.byteLength(page.body);
    response.writeHead(page.status ?? 200, { 'content-length': length, ...page.headers });
    response.end(request.method === 'HEAD' ? undefined : page.body);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const ids = (findings: Finding[]) => [...new Set(findings.map(({ id }) => id))];
const rss = (channel: string) =>
  `<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>${channel}</channel></rss>`;
const item = (guid: string, more = '') =>
  `<item><guid>${guid}</guid><link>https://a.example/${guid}</link><itunes:duration>60</itunes:duration>${more}</item>`;

describe('the rules of artwork', () => {
  const picture = (width = 1400, height = width) =>
    sharp({ create: { width, height, channels: 3, background: '#c33' } });
  const faults: Record<string, () => Promise<Page>> = {
    A01: async () => ({ status: 403, headers: { 'content-type': 'image/jpeg' }, body: await jpeg() }),
    A02: async () => ({ headers: { 'content-type': 'image/jpeg' }, body: await png() }),
    A03: async () => ({ headers: { 'content-type': 'image/jpeg' }, body: await jpeg(picture(1400, 1500)) }),
    A04: async () => ({ headers: { 'content-type': 'image/jpeg' }, body: await jpeg(picture(1300)) }),
    A05: async () => ({
      headers: { 'content-type': 'image/jpeg' },
      body: await jpeg(grey()),
    }),
    A06: async () => ({ headers: { 'content-type': 'image/jpeg' }, body: toDense(await jpeg()) }),
    A07: async () => ({
      headers: { 'content-type': 'image/jpeg' },
      body: Buffer.concat([await jpeg(), Buffer.alloc(600_000)]),
    }),
  };
  const jpeg = (from = picture()) => from.jpeg().toBuffer();
  const grey = () =>
    sharp(Buffer.alloc(1400 * 1400), { raw: { width: 1400, height: 1400, channels: 1 } }).toColourspace('b-w');
  const png = () => picture().withMetadata({ density: 72 }).png().toBuffer();
  /** With a JFIF head that says 300 dots an inch. */
  const toDense = (body: Buffer) =>
    Buffer.concat([Buffer.from('ffd8ffe000104a46494600010101012c012c0000', 'hex'), body.subarray(2)]);
  const feed = () => rss(`<itunes:image href="${origin}/cover.jpg"/>`);

  it('find nothing in a sound picture, as JPEG and as PNG', async () => {
    site = { '/cover.jpg': { headers: { 'content-type': 'image/jpeg' }, body: await jpeg() } };
    expect(await checkArtwork(feed())).toEqual([]);
    site = { '/cover.png': { headers: { 'content-type': 'image/png' }, body: await png() } };
    expect(await checkArtwork(feed().replace('.jpg', '.png'))).toEqual([]);
  });

  it('notice an alpha channel in a PNG (A06)', async () => {
    const body = await picture().ensureAlpha(0.5).png().toBuffer();
    site = { '/cover.png': { headers: { 'content-type': 'image/png' }, body } };
    expect(ids(await checkArtwork(feed().replace('.jpg', '.png')))).toEqual(['A06']);
  });

  it('each have a picture that breaks them', () => {
    expect(Object.keys(faults)).toEqual(artworkRules.map(({ id }) => id));
  });

  it.each(Object.keys(faults))('notice a picture that breaks %s', async (id) => {
    site = { '/cover.jpg': await faults[id]!() };
    expect(ids(await checkArtwork(feed()))).toEqual([id]);
  });
});

describe('the rules of transcripts', () => {
  const cors = { 'access-control-allow-origin': '*' };
  const vtt = 'WEBVTT\n\n00:00:01.000 --> 00:00:03.000\n<v Ada>Hello\n\n00:00:03.000 --> 00:00:05.000\nGood day\n';
  const srt = '1\n00:00:01,000 --> 00:00:03,000\nHello\n\n2\n00:00:03,000 --> 00:00:05,000\nGood day\n';
  const json = JSON.stringify({ version: '1.0.0', segments: [{ startTime: 1, endTime: 3, body: 'Hello' }] });
  const check = (page: Page, type = 'text/vtt') => {
    site = { '/t': page };
    return checkTranscripts(rss(item('a', `<podcast:transcript url="${origin}/t" type="${type}"/>`)));
  };
  const headers = { ...cors, 'content-type': 'text/vtt; charset=utf-8' };
  const faults: Record<string, Page> = {
    T01: { status: 404, headers, body: vtt },
    T02: { headers: { ...cors, 'content-type': 'text/plain; charset=utf-8' }, body: vtt },
    T03: { headers, body: srt },
    T04: { headers, body: vtt.replace('00:00:05', '00:01:05') },
    T05: { headers: { ...cors, 'content-type': 'text/vtt' }, body: vtt },
    J08: { headers: { 'content-type': headers['content-type'] }, body: vtt },
  };

  it.each([
    ['text/vtt', 'text/vtt; charset=utf-8', vtt],
    ['application/x-subrip', 'application/x-subrip', srt],
    ['application/json', 'application/json', json],
    ['text/html', 'text/html; charset=utf-8', '<p>Hello</p>'],
    ['text/plain', 'text/plain; charset=utf-8', 'Hello'],
  ])('find nothing in a sound one of %s', async (type, sent, body) => {
    expect(await check({ headers: { ...cors, 'content-type': sent }, body }, type)).toEqual([]);
  });

  it.each([
    ['application/x-subrip', srt.replaceAll(',', '.')],
    ['application/json', '{"segments":[]}'],
    ['text/html', '<script>x</script>'],
    ['text/vtt', vtt.replace('WEBVTT', 'webvtt')],
  ])('notice that something is no %s (T03)', async (type, body) => {
    expect(ids(await check({ headers: { ...cors, 'content-type': `${type}; charset=utf-8` }, body }, type))).toEqual([
      'T03',
    ]);
  });

  it('each have a transcript that breaks them', () => {
    expect(Object.keys(faults)).toEqual(transcriptRules.map(({ id }) => id));
  });

  it.each(Object.keys(faults))('notice a transcript that breaks %s', async (id) => {
    expect(ids(await check(faults[id]!))).toEqual([id]);
  });
});

describe('the rules over time', () => {
  const feed = (...items: string[]) => rss(`<podcast:guid>g</podcast:guid>${items.join('')}`);
  const earlier = feed(item('a'), item('b'));
  const faults: Record<string, string> = {
    G01: earlier.replace('<guid>a<', '<guid>A<'),
    G02: feed(item('a')),
  };

  it('find nothing when words change and items come', async () => {
    expect(await checkOverTime(earlier, feed(item('c'), item('a', '<title>new</title>'), item('b')))).toEqual([]);
  });

  it('notice another podcast:guid (G01)', async () => {
    expect(ids(await checkOverTime(earlier, earlier.replace('>g<', '>h<')))).toEqual(['G01']);
  });

  it('each have a change that breaks them', async () => {
    expect(Object.keys(faults)).toEqual(overTimeRules.map(({ id }) => id));
    for (const [id, now] of Object.entries(faults)) expect(ids(await checkOverTime(earlier, now))).toContain(id);
  });
});

describe('the rule of paging (C21)', () => {
  const page = (next: string | null, ...guids: string[]) => ({
    body: rss(
      `<podcast:guid>g</podcast:guid>${next ? `<atom:link rel="next" href="${origin}${next}"/>` : ''}${guids.map((guid) => item(guid)).join('')}`,
    ),
  });

  it('finds nothing in pages that go on to the end', async () => {
    site = { '/2': page('/3', 'b'), '/3': page(null, 'c') };
    expect(await checkPaging(page('/2', 'a').body)).toEqual([]);
  });

  it.each<[string, () => Record<string, Page>]>([
    ['is missing', () => ({})],
    ['has no items', () => ({ '/2': page(null) })],
    ['repeats items', () => ({ '/2': page(null, 'a') })],
    ['leads in a circle', () => ({ '/2': page('/3', 'b'), '/3': page('/2', 'c') })],
    ['is of another show', () => ({ '/2': { body: page(null, 'b').body.replace('>g<', '>h<') } })],
  ])('notices a next page that %s', async (_, pages) => {
    site = pages();
    expect(ids(await checkPaging(page('/2', 'a').body))).toEqual(['C21']);
  });
});

describe('the rules of files', () => {
  const sound = Buffer.from('sound');
  const sri = `sha256-${createHash('sha256').update(sound).digest('base64')}`;
  const frame = (name: string, body: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(body.length);
    return Buffer.concat([Buffer.from(name), length, Buffer.alloc(2), body]);
  };
  const chap = (id: string, start: number, end: number, title: string) => {
    const times = Buffer.alloc(16, 0xff);
    times.writeUInt32BE(start, 0);
    times.writeUInt32BE(end, 4);
    return frame('CHAP', Buffer.concat([Buffer.from(`${id}\0`), times, frame('TIT2', Buffer.from(`\x03${title}`))]));
  };
  const mp3 = (...frames: Buffer[]) => {
    const body = Buffer.concat(frames);
    const head = Buffer.from([0x49, 0x44, 0x33, 3, 0, 0, 0, 0, body.length >> 7, body.length & 0x7f]);
    return Buffer.concat([head, body]);
  };
  const list = frame('CTOC', Buffer.from('toc\0\x03\x02a\0b\0'));
  const [one, two] = [chap('a', 0, 1000, 'One'), chap('b', 1000, 2000, 'Two')];
  const json = JSON.stringify({
    version: '1.2.0',
    chapters: [
      { startTime: 0, title: 'One' },
      { startTime: 1, title: 'Two' },
    ],
  });
  const check = (file: Buffer, source: string, digest = sri) => {
    site = { '/a.mp3': { body: file }, '/c.json': { body: json }, '/a.opus': { body: sound } };
    const alternate = `<podcast:alternateEnclosure type="audio/opus" length="5"><podcast:source uri="${origin}${source}"/><podcast:integrity type="sri" value="${digest}"/></podcast:alternateEnclosure>`;
    const enclosure = `<enclosure url="${origin}/a.mp3" length="1" type="audio/mpeg"/>`;
    const chapters = `<podcast:chapters url="${origin}/c.json" type="application/json+chapters"/>`;
    return checkFiles(rss(item('a', enclosure + chapters + alternate)));
  };

  it('find nothing where nothing is wrong, nor where there are no chapters in the sound', async () => {
    expect(await check(mp3(list, one, two), '/a.opus')).toEqual([]);
    expect(await check(mp3(frame('TIT2', Buffer.from('\x03x'))), '/a.opus')).toEqual([]);
  });

  it.each<[string, () => Promise<Finding[]>]>([
    ['N12', () => check(mp3(one, two), '/a.opus')],
    ['N12', () => check(mp3(list, two, one), '/a.opus')],
    ['N12', () => check(mp3(list, one, chap('a', 1000, 2000, 'Two')), '/a.opus')],
    ['N12', () => check(mp3(list, one, chap('b', 1000, 2000, 'Another')), '/a.opus')],
    ['N13', () => check(mp3(list, one, two), '/gone.opus')],
    ['N13', () => check(mp3(list, one, two), '/a.opus', `sha256-${'A'.repeat(43)}=`)],
  ])('notice files that break %s', async (id, broken) => {
    expect(fileRules.map((rule) => rule.id)).toContain(id);
    expect(ids(await broken())).toEqual([id]);
  });
});

describe('the rules of private feeds', () => {
  const token = 'k3Jd82hLsPq0vXz1mNb5';
  const feed = (media: string) =>
    rss(
      `<itunes:block>Yes</itunes:block><podcast:block>yes</podcast:block><podcast:locked>yes</podcast:locked>${item('a', `<enclosure url="${origin}${media}" length="1" type="audio/mpeg"/>`)}`,
    );
  const headers = { 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex' };
  const bound = `/f/${token}/m/a.mp3`;
  const sound = (): Record<string, Page> => ({
    [`/f/${token}/feed.xml`]: { headers, body: feed(bound) },
    [bound]: { body: 'x' },
  });
  const withFeed = (page: Partial<Page>) => ({
    ...sound(),
    [`/f/${token}/feed.xml`]: { headers, body: feed(bound), ...page },
  });
  const changed = `${token.slice(0, -1)}a`;
  const faults: Record<string, () => Record<string, Page>> = {
    V01: () => withFeed({ headers: { ...headers, 'cache-control': 'max-age=60' } }),
    V02: () => withFeed({ body: feed(bound).replace('>Yes<', '>No<') }),
    V03: () => withFeed({ body: feed(bound).replace('<podcast:locked>yes', '<podcast:locked>no') }),
    V04: () => withFeed({ headers: { ...headers, link: '<https://hub.example>; rel="hub"' } }),
    V05: () => withFeed({ headers: { 'cache-control': 'no-store' } }),
    V06: () => ({ ...sound(), [`/f/${changed}/feed.xml`]: { body: feed(bound) } }),
    V07: () => ({ ...sound(), [`/f/${changed}/m/a.mp3`]: { body: 'x' } }),
  };
  const check = () => checkPrivate(`${origin}/f/${token}/feed.xml`);

  it('find nothing where nothing is wrong', async () => {
    site = sound();
    expect(await check()).toEqual([]);
  });

  it('notice media that everybody may fetch (V07)', async () => {
    site = withFeed({ body: feed('/m/a.mp3') });
    expect(ids(await check())).toEqual(['V07']);
  });

  it('each have a feed that breaks them', () => {
    expect(Object.keys(faults)).toEqual(privateRules.map(({ id }) => id));
  });

  it.each(Object.keys(faults))('notice a feed that breaks %s', async (id) => {
    site = faults[id]!();
    expect(ids(await check())).toEqual([id]);
  });
});
