import {
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { checkChapters } from './rules/chapters.rules.js';
import { checkServing, httpRules } from './rules/http.rules.js';
import { checkMedia, mediaRules } from './rules/media.rules.js';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const feed = Buffer.from(`<rss>${'é'.repeat(500)}</rss>`);
const encoded = { identity: feed, gzip: gzipSync(feed), br: brotliCompressSync(feed) };
const modified = 'Sun, 22 Nov 2026 10:00:00 GMT';

/** What one answer of a sound server is made of, for a fault to change. */
interface Draft {
  status: number;
  headers: OutgoingHttpHeaders;
  body: Buffer;
}
type Fault = (draft: Draft, request: IncomingMessage) => void;

/** Serves a feed as section B wants it, in the plainest way, with one fault. */
function feedServer(fault: Fault): Handler {
  return (request, response) => {
    const offer = request.headers['accept-encoding'] ?? 'identity';
    const encoding = offer === 'br' || offer === 'gzip' ? offer : 'identity';
    const etag = `"x-${encoding}"`;
    const tags = request.headers['if-none-match']?.split(',').map((tag) => tag.trim().replace('W/', ''));
    const isKnown = tags
      ? tags.includes(etag) || tags.includes('*')
      : request.headers['if-modified-since'] === modified;
    const validators = { etag, 'last-modified': modified, vary: 'Accept-Encoding', 'cache-control': 'max-age=60' };
    const draft: Draft = isKnown
      ? { status: 304, headers: validators, body: Buffer.alloc(0) }
      : {
          status: 200,
          headers: {
            ...validators,
            'content-type': 'application/rss+xml; charset=utf-8',
            'content-length': encoded[encoding].length,
            ...(encoding !== 'identity' && { 'content-encoding': encoding }),
          },
          body: encoded[encoding],
        };
    fault(draft, request);
    response.writeHead(draft.status, draft.headers).end(request.method === 'HEAD' ? undefined : draft.body);
  };
}

const isUnchanged = ({ status }: Draft) => status === 304;
let fetches = 0;

const feedFaults: Record<string, Fault> = {
  H01: (draft) => (draft.status = 401),
  H02: ({ headers }) => (headers['content-type'] = 'text/html; charset=utf-8'),
  H03: ({ headers }) => (headers['content-type'] = 'application/rss+xml'),
  H04: ({ headers }, { method }) => method === 'HEAD' && (headers['content-length'] = 1),
  H05: ({ headers }) => (delete headers.etag, delete headers['last-modified']),
  H06: (draft, { headers }) => {
    if (headers['if-none-match'] && isUnchanged(draft)) draft.status = 200;
  },
  H07: (draft, { headers }) => {
    if (headers['if-modified-since']) draft.status = 200;
  },
  H08: (draft) => {
    draft.body = Buffer.from(`<rss>${(fetches += 1)}</rss>`);
    delete draft.headers['content-length'];
  },
  H09: ({ headers }) => delete headers.vary,
  H10: (draft, { headers }) =>
    headers['accept-encoding'] === 'gzip' &&
    (draft.body = gzipSync('another text')) &&
    (draft.headers['content-length'] = draft.body.length),
  H11: ({ headers }) => delete headers['cache-control'],
  H12: (draft, { headers }) => {
    if (headers['if-modified-since'] === modified) draft.status = 304;
  },
  H13: (draft, { headers }) => {
    if (headers['if-none-match'] && headers['if-none-match'] !== draft.headers.etag) draft.status = 200;
  },
  H14: ({ headers }) => (headers.etag = '"same"'),
  H15: ({ headers }) => (headers['set-cookie'] = 'a=b'),
  H16: (draft) => isUnchanged(draft) && delete draft.headers['cache-control'],
  H17: (draft) => {
    draft.body = Buffer.from('<atom:link rel="hub" href="https://hub.example"/>');
    delete draft.headers['content-length'];
  },
};

const media = Buffer.concat([Buffer.from('ID3'), Buffer.alloc(5000, 7)]);

/** Serves one file by ranges, with one fault. */
function mediaServer(fault: Fault): Handler {
  return (request, response) => {
    const { range, 'if-range': ifRange } = request.headers;
    const parts = /^bytes=(\d*)-(\d*)$/.exec(range ?? '');
    const isRange = parts && (ifRange === undefined || ifRange === '"m"');
    const from = parts?.[1] ? Number(parts[1]) : media.length - Number(parts?.[2]);
    const to = parts?.[1] && parts[2] ? Math.min(Number(parts[2]), media.length - 1) : media.length - 1;
    const shared = { 'content-type': 'audio/mpeg', etag: '"m"', 'accept-ranges': 'bytes' };
    const draft: Draft = !isRange
      ? { status: 200, headers: { ...shared, 'content-length': media.length }, body: media }
      : from >= media.length
        ? { status: 416, headers: { 'content-range': `bytes */${media.length}` }, body: Buffer.alloc(0) }
        : {
            status: 206,
            headers: {
              ...shared,
              'content-range': `bytes ${from}-${to}/${media.length}`,
              'content-length': to - from + 1,
            },
            body: media.subarray(from, to + 1),
          };
    fault(draft, request);
    response.writeHead(draft.status, draft.headers).end(request.method === 'HEAD' ? undefined : draft.body);
  };
}

const mediaFaults: Record<string, Fault> = {
  N01: (draft, { method }) => method === 'HEAD' && (draft.status = 405),
  N02: ({ headers }, { method }) => method === 'HEAD' && (headers['content-length'] = 5),
  N03: ({ headers }) => (headers['content-type'] = 'application/octet-stream'),
  N04: (draft) => draft.status === 206 && (draft.status = 200),
  N05: (draft, { headers }) => headers.range === 'bytes=-8' && (draft.status = 200),
  N06: (draft) => draft.status === 416 && (draft.status = 200),
  N07: ({ headers }) => delete headers['accept-ranges'],
  N08: (draft, { headers }) => headers['if-range'] === '"stale"' && (draft.status = 206),
  N09: ({ headers }, { method }) => method === 'HEAD' && (headers['content-encoding'] = 'gzip'),
  N10: (draft) => (draft.body = Buffer.from(draft.body).fill(0)),
  N11: (draft, { method }) => method === 'HEAD' && (draft.status = 500),
};

describe('the checker of serving', () => {
  let server: Server;
  let origin: string;
  let handler: Handler;
  const ids = (findings: { id: string }[]) => findings.map(({ id }) => id);
  const itemOf = () =>
    `<rss><channel><item><enclosure url="${origin}/a.mp3" length="${media.length}" type="audio/mpeg"/><podcast:chapters xmlns:podcast="https://podcastindex.org/namespace/1.0" url="${origin}/c.json" type="application/json+chapters"/></item></channel></rss>`;

  beforeAll(async () => {
    server = createServer((request, response) => handler(request, response)).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it('finds nothing where nothing is wrong', async () => {
    handler = feedServer(() => {});
    expect(await checkServing(origin, 1)).toEqual([]);
    handler = mediaServer(() => {});
    expect(await checkMedia(itemOf())).toEqual([]);
  });

  it('has a fault for each of its rules', () => {
    expect(Object.keys(feedFaults)).toEqual(httpRules.map(({ id }) => id));
    expect(Object.keys(mediaFaults)).toEqual(mediaRules.map(({ id }) => id));
  });

  it.each(Object.keys(feedFaults))('notices a server that breaks %s', async (id) => {
    handler = feedServer(feedFaults[id]!);
    expect(ids(await checkServing(origin, 1))).toContain(id);
  });

  it.each(Object.keys(mediaFaults))('notices media that break %s', async (id) => {
    handler = mediaServer(mediaFaults[id]!);
    expect(ids(await checkMedia(itemOf()))).toContain(id);
  });

  it.each<[string, number, string, object | string]>([
    ['J01', 404, 'application/json+chapters', { version: '1.2.0', chapters: [] }],
    ['J02', 200, 'text/plain', { version: '1.2.0', chapters: [] }],
    ['J03', 200, 'application/json', { version: '1.2.0', chapters: [] }],
    ['J04', 200, 'application/json+chapters', 'no JSON'],
    [
      'J05',
      200,
      'application/json+chapters',
      {
        version: '1',
        chapters: [
          { startTime: 9, title: 'a' },
          { startTime: 1, title: 'b' },
        ],
      },
    ],
    ['J06', 200, 'application/json+chapters', { version: '1', chapters: [{ startTime: 0 }] }],
    ['J07', 200, 'application/json+chapters', { version: '1', chapters: [{ startTime: 0, title: 'a', url: '/x' }] }],
    ['J08', 200, 'application/json+chapters', { version: '1', chapters: [] }],
  ])('notices chapters that break %s', async (id, status, type, body) => {
    const cors = id === 'J08' ? {} : { 'access-control-allow-origin': '*' };
    handler = (_, response) => {
      response
        .writeHead(status, { 'content-type': type, ...cors })
        .end(typeof body === 'string' ? body : JSON.stringify(body));
    };
    expect(ids(await checkChapters(itemOf()))).toContain(id);
  });
});
