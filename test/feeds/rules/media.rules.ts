import { type Answer, ask, askThrough } from './ask.js';
import { type FeedDocument, itemsOf, parseFeed } from './document.js';
import { enclosureOf } from './item.rules.js';
import { type Finding, type Level, when } from './rule.js';

interface Enclosure {
  url: string;
  length: number;
  type: string;
}

interface MediaRule {
  id: string;
  level: Level;
  check(file: Enclosure, head: Answer): string[] | Promise<string[]>;
}

/** Section F of feeds.md: media files; N12 and N13 are in `files.rules.ts`. */
export const mediaRules: readonly MediaRule[] = [
  { id: 'N01', level: 'MUST', check: (_, head) => when(head.status !== 200, `HEAD gives ${head.status}`) },
  {
    id: 'N02',
    level: 'MUST',
    check: ({ length }, { headers }) =>
      when(Number(headers['content-length']) !== length, `${headers['content-length']} bytes, not ${length}`),
  },
  {
    id: 'N03',
    level: 'SHOULD',
    check: ({ type }, { headers }) => when(headers['content-type'] !== type, `type is ${headers['content-type']}`),
  },
  { id: 'N04', level: 'MUST', check: checkRanges },
  {
    id: 'N05',
    level: 'SHOULD',
    async check({ url, length }) {
      const answer = await askThrough(url, { range: 'bytes=-8' });
      const wanted = `bytes ${length - 8}-${length - 1}/${length}`;
      return when(answer.status !== 206 || answer.headers['content-range'] !== wanted, `${answer.status}`);
    },
  },
  {
    id: 'N06',
    level: 'SHOULD',
    async check({ url, length }) {
      const answer = await askThrough(url, { range: `bytes=${length + 10}-` });
      const range = answer.headers['content-range'];
      return when(answer.status !== 416 || range !== `bytes */${length}`, `${answer.status} ${range}`);
    },
  },
  {
    id: 'N07',
    level: 'SHOULD',
    check: (_, { headers }) => [
      ...when(!headers.etag && !headers['last-modified'], 'no validator'),
      ...when(headers['accept-ranges'] !== 'bytes', 'no Accept-Ranges: bytes'),
    ],
  },
  {
    id: 'N08',
    level: 'MUST',
    async check({ url }, { headers }) {
      const validator = headers.etag ?? headers['last-modified'] ?? '';
      const current = await askThrough(url, { range: 'bytes=0-9', 'if-range': validator });
      const stale = await askThrough(url, { range: 'bytes=0-9', 'if-range': '"stale"' });
      return [
        ...when(current.status !== 206, `a current If-Range gives ${current.status}`),
        ...when(stale.status !== 200, `a stale If-Range gives ${stale.status}`),
      ];
    },
  },
  {
    id: 'N09',
    level: 'SHOULD',
    async check({ url }) {
      const { headers } = await askThrough(url, { 'accept-encoding': 'gzip, br' }, 'HEAD');
      return when(headers['content-encoding'] !== undefined, `encoded as ${headers['content-encoding']}`);
    },
  },
  {
    id: 'N10',
    level: 'SHOULD',
    async check({ url, type }) {
      const { body } = await askThrough(url, { range: 'bytes=0-15' });
      return when(!fits(body, type), `begins with ${body.subarray(0, 8).toString('hex')}`);
    },
  },
  {
    id: 'N11',
    level: 'SHOULD',
    check: async ({ url }) => {
      const { status } = await ask(url, {}, 'HEAD');
      return when(status >= 400, `${status}`); // more than five redirects end askThrough with an error
    },
  },
];

/** What is wrong with the media of the feed's first items. */
export async function checkMedia(source: string | Buffer | FeedDocument, most = 3): Promise<Finding[]> {
  const feed = typeof source === 'string' || Buffer.isBuffer(source) ? parseFeed(Buffer.from(source)) : source;
  const findings: Finding[] = [];
  for (const item of itemsOf(feed).slice(0, most)) {
    const [url, length, type] = [
      enclosureOf(item, 'url'),
      Number(enclosureOf(item, 'length')),
      enclosureOf(item, 'type'),
    ];
    const head = await askThrough(url, {}, 'HEAD');
    for (const { id, level, check } of mediaRules) {
      for (const problem of await check({ url, length, type }, head)) {
        findings.push({ id, level, problem: `${url}: ${problem}` });
      }
    }
  }
  return findings;
}

/** Two ranges that overlap must agree where they do. */
async function checkRanges({ url, length }: Enclosure): Promise<string[]> {
  const first = await askThrough(url, { range: 'bytes=0-1023' });
  const second = await askThrough(url, { range: 'bytes=512-1535' });
  const end = (last: number) => Math.min(last, length - 1);
  return [
    ...when(first.status !== 206 || second.status !== 206, `ranges give ${first.status} and ${second.status}`),
    ...when(first.headers['content-range'] !== `bytes 0-${end(1023)}/${length}`, 'the first Content-Range is wrong'),
    ...when(
      second.headers['content-range'] !== `bytes 512-${end(1535)}/${length}`,
      'the second Content-Range is wrong',
    ),
    ...when(!first.body.subarray(512).equals(second.body.subarray(0, 512)), 'overlapping ranges differ'),
  ];
}

function fits(bytes: Buffer, type: string): boolean {
  if (type === 'audio/mpeg') {
    return bytes.toString('latin1', 0, 3) === 'ID3' || (bytes[0] === 0xff && (bytes[1]! & 0xe0) === 0xe0);
  }
  if (type === 'application/pdf') return bytes.toString('latin1', 0, 4) === '%PDF';
  return bytes.toString('latin1', 4, 8) === 'ftyp';
}
