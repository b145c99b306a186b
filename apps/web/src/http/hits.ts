import type { FastifyInstance } from 'fastify';
import { type Log, shorten } from '#libs/config';

/** So many different paths are told apart within a minute; the others are one line. */
const most = 2_000;

/**
 * Counts answers by path and class of status and writes them once a minute: a line per request would cost more
 * than the cached answer itself. Feeds and media are told by their path, everything else by its route. An answer
 * of 500 and above is a line of its own at once. No network address, no query, no header (`abuse:A44`).
 */
export class Hits {
  private counts = new Map<string, number>();
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly log: Log,
    everyMs = 60_000,
  ) {
    this.timer = setInterval(() => this.write(), everyMs).unref();
  }

  listenTo(instance: FastifyInstance): void {
    instance.addHook('onResponse', (request, reply, done) => {
      const path = withoutSecret(request.url.split('?', 1)[0]!);
      const isFile = (path.endsWith('.xml') || path.startsWith('/m/')) && !/^\/[fi]\//.test(path);
      const told = isFile && reply.statusCode < 400 ? path : (request.routeOptions.url ?? 'unknown');
      if (reply.statusCode >= 500) {
        this.log.error(
          {
            requestId: request.id,
            method: request.method,
            path: shorten(path),
            status: reply.statusCode,
            ms: Math.round(reply.elapsedTime),
          },
          'answered',
        );
      } else this.count(told, reply.statusCode);
      done();
    });
  }

  /** One answer more, for what does not go through the framework. */
  count(path: string, status: number): void {
    this.add(`${shorten(withoutSecret(path), 300)} ${Math.floor(status / 100)}xx`);
  }

  /** Writes what was counted since the last time. */
  write(): void {
    const counts = this.counts;
    this.counts = new Map();
    for (const [key, count] of counts) {
      const [path, status] = key.split(' ') as [string, string];
      this.log.info({ path, status, count }, 'hits');
    }
  }

  stop(): void {
    clearInterval(this.timer);
    this.write();
  }

  private add(key: string): void {
    const known = this.counts.has(key) || this.counts.size < most ? key : `other ${key.split(' ')[1]}`;
    this.counts.set(known, (this.counts.get(known) ?? 0) + 1);
  }
}

/**
 * A secret is in no log (`feed:V07`): whoever reads the address has the feed. Also where the address is written in
 * another way, such as `//f/…` or `/F/…`, or has more before it.
 */
function withoutSecret(path: string): string {
  return path.replace(/^\/([fi])\/[^/]+/i, '/$1/…').replace(/[0-9a-f]{40}/gi, '…');
}
