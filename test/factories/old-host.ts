import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sharp from 'sharp';

/** What is wrong with a file: not there, breaks off, never comes, has another length than the feed says. */
export type Fault = 'gone' | 'short' | 'stalls' | 'longer';

export interface OldHostGiven {
  items?: number;
  /** Items on a page (RFC 5005); all on one without it. */
  pageSize?: number;
  /** By the number of the item, from 1. */
  faults?: Readonly<Record<number, Fault>>;
  /** Further tags of the channel, and of an item. */
  channel?: string;
  item?: (n: number) => string;
  /** Answers before anything else does; true: it has answered. */
  answer?: (request: IncomingMessage, response: ServerResponse) => boolean;
  /** Bytes a second that a file comes with; as fast as it can without it. */
  bytesPerSecond?: number;
  withoutCover?: boolean;
}

export interface OldHost {
  readonly url: string;
  readonly feedUrl: string;
  /** Paths that were asked for, in order, with the range where there was one. */
  readonly asked: string[];
  /** May be changed between two looks. */
  given: OldHostGiven;
  /** The bytes of an item's file. */
  file(n: number): Buffer;
  close(): Promise<void>;
}

// Also from `dist`, where there are no recordings.
const recording = join(process.cwd(), 'test', 'recordings', 'archives-042.mp3');

/** For tests: another host on loopback, with a feed, its files, cover, chapters and transcripts. The newest item is the last number. */
export async function anOldHost(given: OldHostGiven = {}): Promise<OldHost> {
  const sound = await readFile(recording);
  const cover = await sharp({ create: { width: 1400, height: 1400, channels: 3, background: '#7a4' } })
    .png()
    .toBuffer();
  const asked: string[] = [];
  const timers = new Set<NodeJS.Timeout>();
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}${request.headers.range ? ` ${request.headers.range}` : ''}`);
    if (host.given.answer?.(request, response)) return;
    const path = new URL(request.url!, host.url).pathname;
    const [, folder, name = ''] = path.split('/');
    const n = Number.parseInt(name, 10);
    if (folder === 'feed.xml') return send(response, 'application/rss+xml', toFeed(host, request.url!));
    if (folder === 'cover.png' && !host.given.withoutCover) return send(response, 'image/png', cover);
    if (folder === 'c') return send(response, 'application/json+chapters', chapters(n));
    if (folder === 't') return send(response, 'text/vtt', transcript(n));
    if (folder === 'm') return sendFile(host, timers, n, request, response);
    response.writeHead(404).end();
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const host: OldHost = {
    ...{ url, feedUrl: `${url}/feed.xml`, asked, given },
    file: (n) => Buffer.concat([sound, Buffer.from(`end of ${n}`)]),
    close: async () => {
      for (const timer of timers) clearInterval(timer);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return host;
}

function send(response: ServerResponse, type: string, body: string | Buffer): void {
  response.writeHead(200, { 'content-type': type, 'content-length': Buffer.byteLength(body) }).end(body);
}

function sendFile(
  host: OldHost,
  timers: Set<NodeJS.Timeout>,
  n: number,
  { headers, method }: IncomingMessage,
  response: ServerResponse,
): void {
  const fault = host.given.faults?.[n];
  if (fault === 'gone') return void response.writeHead(404).end();
  const bytes = host.file(n);
  const start = Number(/^bytes=(\d+)-/.exec(headers.range ?? '')?.[1] ?? 0);
  const body = bytes.subarray(start);
  const length = fault === 'short' ? body.length + 5_000 : body.length;
  response.writeHead(start > 0 ? 206 : 200, {
    'content-type': 'audio/mpeg',
    'content-length': length,
    'accept-ranges': 'bytes',
    etag: `"file-${n}"`,
    ...(start > 0 && { 'content-range': `bytes ${start}-${bytes.length - 1}/${bytes.length}` }),
  });
  if (method === 'HEAD') return void response.end();
  if (fault === 'stalls') return void response.write(body.subarray(0, 1_000));
  if (fault === 'short') {
    response.write(body);
    return void setImmediate(() => response.destroy());
  }
  if (!host.given.bytesPerSecond) return void response.end(body);
  let at = 0;
  const step = Math.ceil(host.given.bytesPerSecond / 20);
  const timer = setInterval(() => {
    response.write(body.subarray(at, at + step));
    at += step;
    if (at < body.length) return;
    clearInterval(timer);
    response.end();
  }, 50);
  timers.add(timer);
}

function toFeed(host: OldHost, path: string): string {
  const { items = 3, pageSize = items, channel = '', item = () => '', faults = {} } = host.given;
  const page = Number(new URL(path, host.url).searchParams.get('page') ?? 1);
  const numbers = Array.from({ length: items }, (_, i) => items - i).slice((page - 1) * pageSize, page * pageSize);
  const next = page * pageSize < items ? `<atom:link rel="next" href="/feed.xml?page=${page + 1}"/>` : '';
  const list = numbers.map((n) => toItem(host, n, faults[n], item(n))).join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Voix du Nord &amp; d’ailleurs</title><link>${host.url}/</link><language>fr-ca</language>
<description>Un balado qui déménage.</description><copyright>2026 Atelier Nord</copyright>
<itunes:author>Atelier Nord</itunes:author><itunes:explicit>false</itunes:explicit><itunes:image href="${host.url}/cover.png"/>
<itunes:owner><itunes:name>Ada</itunes:name><itunes:email>ada@example.org</itunes:email></itunes:owner>
<itunes:category text="Business"><itunes:category text="Management"/></itunes:category>
<podcast:guid>917393e3-1b1e-5cef-ace4-edaa54e1f810</podcast:guid>
<podcast:person role="host">Ada Lovelace</podcast:person>${channel}${next}
${list}
</channel></rss>`;
}

function toItem(host: OldHost, n: number, fault: Fault | undefined, more: string): string {
  const date = new Date(Date.UTC(2020, 0, 1, 7) + n * 7 * 24 * 3_600_000).toUTCString();
  const length = host.file(n).length + (fault === 'longer' ? 999 : 0);
  return `<item><title>Épisode ${n} : « tout &amp; rien »</title><guid isPermaLink="false">old host:${n}?é&amp;=%20</guid>
<pubDate>${date}</pubDate><itunes:season>${Math.ceil(n / 10)}</itunes:season><itunes:episode>${n}</itunes:episode>
<description><![CDATA[<p>Les <b>notes</b> de l’épisode ${n}, <a href="/e/${n}">ici</a>.</p>]]></description>
<enclosure url="${host.url}/m/${n}.mp3?token=x" length="${length}" type="audio/mpeg"/>
<podcast:chapters url="${host.url}/c/${n}.json" type="application/json+chapters"/>
<podcast:transcript url="${host.url}/t/${n}.vtt" type="text/vtt" language="fr"/>
<podcast:person role="guest" href="https://jean.example.org/">Jean Tremblay</podcast:person>${more}</item>`;
}

function chapters(n: number): string {
  const list = [
    { startTime: 0, title: `Début ${n}` },
    { startTime: 1.5, title: 'Suite' },
  ];
  return JSON.stringify({ version: '1.2.0', chapters: list });
}

function transcript(n: number): string {
  return `WEBVTT\n\n00:00.000 --> 00:01.000\n<v Jean Tremblay>Bonjour de l’épisode ${n}.\n`;
}
