import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';

/**
 * Polls many feeds as apps do, at a fixed rate whatever the answers take, and prints the latency of each percentile in
 * milliseconds as JSON: of ten requests seven are conditional, and the others want the whole feed with gzip; one show in
 * two hundred is asked for every few seconds. `poll-client.js PORT FEEDS.json SECONDS RATE`, where the file has
 * `{ path, etag }` for each feed.
 */
const [port, file, seconds, rate] = process.argv.slice(2) as [string, string, string, string];
const feeds = JSON.parse(readFileSync(file, 'utf8')) as { path: string; etag: string }[];
const idle: Connection[] = [];
const due: { at: number; request: Buffer }[] = [];
const latencies: number[] = [];
let seed = 7;
let sent = 0;
const random = (below: number): number => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % below;

function nextRequest(): Buffer {
  // Five in a hundred ask for the same few feeds over and over.
  const feed = feeds[random(100) < 5 ? random(Math.ceil(feeds.length / 200)) : random(feeds.length)]!;
  const headers = random(100) < 70 ? `If-None-Match: ${feed.etag}\r\n` : '';
  return Buffer.from(
    `GET ${feed.path} HTTP/1.1\r\nHost: localhost:${port}\r\nAccept-Encoding: gzip\r\nUser-Agent: Bench/1.0\r\n${headers}\r\n`,
  );
}

class Connection {
  private socket: Socket;
  private since = 0;
  private head: Buffer | undefined;
  private missing = 0;

  constructor() {
    this.socket = connect(Number(port), '127.0.0.1', () => this.rest());
    this.socket.setNoDelay(true);
    this.socket.on('data', (chunk: Buffer) => this.take(chunk));
    this.socket.on('error', (error) => {
      throw error;
    });
  }

  ask({ at, request }: { at: number; request: Buffer }): void {
    this.since = at;
    this.socket.write(request);
  }

  private take(chunk: Buffer): void {
    if (this.missing > 0) {
      this.missing -= chunk.length;
    } else {
      this.head = this.head ? Buffer.concat([this.head, chunk]) : chunk;
      const end = this.head.indexOf('\r\n\r\n');
      if (end < 0) return;
      const text = this.head.toString('latin1', 0, end);
      const length = text.startsWith('HTTP/1.1 304') ? 0 : Number(/content-length: (\d+)/i.exec(text)?.[1]);
      if (!/^HTTP\/1.1 (200|304)/.test(text)) throw new Error(text);
      this.missing = end + 4 + length - this.head.length;
      this.head = undefined;
    }
    if (this.missing > 0) return;
    latencies.push(performance.now() - this.since);
    this.rest();
  }

  private rest(): void {
    const next = due.shift();
    if (next) this.ask(next);
    else idle.push(this);
  }
}

for (let i = 0; i < 64; i += 1) new Connection();
const start = performance.now() + 300;
const timer = setInterval(() => {
  const wanted = Math.floor(((performance.now() - start) / 1000) * Number(rate));
  for (; sent < wanted; sent += 1) {
    const asked = { at: start + (sent / Number(rate)) * 1000, request: nextRequest() };
    const free = idle.pop();
    if (free) free.ask(asked);
    else due.push(asked);
  }
  if (performance.now() - start < Number(seconds) * 1000) return;
  clearInterval(timer);
  setTimeout(() => {
    const sorted = [...latencies].sort((a, b) => a - b);
    const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
    process.stdout.write(JSON.stringify({ count: sorted.length, p50: at(0.5), p99: at(0.99), most: sorted.at(-1) }));
    process.exit(0);
  }, 300);
}, 1);
