import { setTimeout as sleep } from 'node:timers/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { type Answer, ask } from './ask.js';
import { type Finding, type Level, when } from './rule.js';

/** One rule about the address of a feed; `plain` is the first, unconditional GET. */
interface HttpRule {
  id: string;
  level: Level;
  check(url: string, plain: Answer, waitMs: number): string[] | Promise<string[]>;
}

const oldDate = 'Mon, 01 Jan 2001 00:00:00 GMT';
const offers = ['identity', 'gzip', 'br'];

/** Section B of feeds.md: fetching the feed. */
export const httpRules: readonly HttpRule[] = [
  {
    id: 'H01',
    level: 'MUST',
    check: (_, plain) => when(plain.status !== 200, `GET gives ${plain.status}`),
  },
  {
    id: 'H02',
    level: 'MUST',
    check: (_, { headers }) => {
      const type = headers['content-type'] ?? '';
      return when(!/^(application\/rss\+xml|application\/xml|text\/xml)\b/.test(type), `type is ${type}`);
    },
  },
  {
    id: 'H03',
    level: 'SHOULD',
    check: (_, { headers }) => {
      const type = headers['content-type'] ?? '';
      return when(!/;\s*charset=utf-8$/i.test(type) || type.startsWith('text/xml'), `type is ${type}`);
    },
  },
  {
    id: 'H04',
    level: 'MUST',
    async check(url, plain) {
      const head = await ask(url, {}, 'HEAD');
      const differing = ['content-type', 'content-length', 'etag'].filter((n) => head.headers[n] !== plain.headers[n]);
      return [
        ...when(head.status !== plain.status, `HEAD gives ${head.status}`),
        ...when(head.body.length > 0, 'HEAD has a body'),
        ...differing.map((name) => `HEAD has another ${name}`),
      ];
    },
  },
  {
    id: 'H05',
    level: 'SHOULD',
    check: (_, { headers }) => when(!headers.etag && !headers['last-modified'], 'no validator'),
  },
  {
    id: 'H06',
    level: 'MUST',
    check: async (url, { headers }) =>
      headers.etag ? expectUnchanged(url, { 'if-none-match': headers.etag }) : ['no ETag to ask with'],
  },
  {
    id: 'H07',
    level: 'SHOULD',
    check: async (url, { headers }) =>
      headers['last-modified']
        ? expectUnchanged(url, { 'if-modified-since': headers['last-modified'] })
        : ['no Last-Modified'],
  },
  {
    id: 'H08',
    level: 'SHOULD',
    async check(url, plain, waitMs) {
      await sleep(waitMs);
      return when(!(await ask(url)).body.equals(plain.body), `two fetches ${waitMs} ms apart differ`);
    },
  },
  {
    id: 'H09',
    level: 'SHOULD',
    async check(url) {
      const answers = await Promise.all(['gzip', 'br'].map((offer) => ask(url, { 'accept-encoding': offer })));
      return answers.flatMap(({ headers }, i) => [
        ...when(headers['content-encoding'] !== ['gzip', 'br'][i], `${['gzip', 'br'][i]} is not used`),
        ...when(!/\baccept-encoding\b/i.test(headers.vary ?? ''), 'no Vary: Accept-Encoding'),
      ]);
    },
  },
  {
    id: 'H10',
    level: 'MUST',
    async check(url, plain) {
      const answers = await Promise.all(offers.map((offer) => ask(url, { 'accept-encoding': offer })));
      return answers.flatMap((answer) => [
        ...when(!decode(answer).equals(plain.body), `${answer.headers['content-encoding']} is another text`),
        ...when(Number(answer.headers['content-length']) !== answer.body.length, 'Content-Length is wrong'),
      ]);
    },
  },
  {
    id: 'H11',
    level: 'SHOULD',
    check: (_, { headers }) => when(!headers['cache-control'], 'no Cache-Control'),
  },
  {
    id: 'H12',
    level: 'MUST',
    async check(url, { headers }) {
      const modified = headers['last-modified'] ?? oldDate;
      const answer = await ask(url, { 'if-none-match': '"stale"', 'if-modified-since': modified });
      return when(answer.status !== 200, `a stale ETag with a current date gives ${answer.status}`);
    },
  },
  {
    id: 'H13',
    level: 'SHOULD',
    async check(url, { headers }) {
      const etag = headers.etag ?? '""';
      const strong = etag.replace(/^W\//, '');
      const forms = [`W/${strong}`, `"a", ${etag}`, `"a",W/${strong} , "b"`, '*'];
      const all = await Promise.all(forms.map((form) => expectUnchanged(url, { 'if-none-match': form })));
      return all.flat();
    },
  },
  {
    id: 'H14',
    level: 'SHOULD',
    async check(url) {
      const answers = await Promise.all(offers.map((offer) => ask(url, { 'accept-encoding': offer })));
      const strong = answers.map(({ headers }) => headers.etag ?? '').filter((etag) => etag && !etag.startsWith('W/'));
      return when(new Set(strong).size !== strong.length, 'encodings share a strong ETag');
    },
  },
  {
    id: 'H15',
    level: 'SHOULD',
    check: (_, { headers }) => when(headers['set-cookie'] !== undefined, 'sets a cookie'),
  },
  {
    id: 'H16',
    level: 'SHOULD',
    async check(url, { headers }) {
      const unchanged = await ask(url, { 'if-none-match': headers.etag ?? '' });
      return ['etag', 'cache-control', 'vary', 'last-modified']
        .filter((name) => headers[name] !== undefined && unchanged.headers[name] !== headers[name])
        .map((name) => `304 does not repeat ${name}`);
    },
  },
  {
    id: 'H17',
    level: 'SHOULD',
    check: (_, { headers, body }) => {
      const namesHub = /rel="hub"/.test(body.toString());
      const link = String(headers.link ?? '');
      return when(namesHub && !(/rel="?hub/.test(link) && /rel="?self/.test(link)), 'hub and self are not in Link');
    },
  },
];

/** What is wrong with how a feed is served; takes a little more than `waitMs`. */
export async function checkServing(url: string, waitMs = 1150): Promise<Finding[]> {
  const plain = await ask(url);
  const findings: Finding[] = [];
  for (const { id, level, check } of httpRules) {
    for (const problem of await check(url, plain, waitMs)) findings.push({ id, level, problem });
  }
  return findings;
}

async function expectUnchanged(url: string, headers: Record<string, string>): Promise<string[]> {
  const answer = await ask(url, headers);
  return [
    ...when(answer.status !== 304, `${JSON.stringify(headers)} gives ${answer.status}`),
    ...when(answer.status === 304 && answer.body.length > 0, '304 has a body'),
  ];
}

/** The plain body; empty when it cannot be decoded. */
function decode({ headers, body }: Answer): Buffer {
  try {
    if (headers['content-encoding'] === 'gzip') return gunzipSync(body);
    return headers['content-encoding'] === 'br' ? brotliDecompressSync(body) : body;
  } catch {
    return Buffer.alloc(0);
  }
}
