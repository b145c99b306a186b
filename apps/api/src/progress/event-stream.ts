import type { ServerResponse } from 'node:http';

const keepAliveMs = 20_000;
/** After this the browser connects again by itself, and its rights are looked at again. */
const mostMs = 10 * 60_000;
const retryMs = 3_000;
/** A reader that does not read is let go. */
const mostBuffered = 1024 * 1024;

/** Server-sent events (HTML Living Standard, section 9.2) on one response. */
export class EventStream {
  private readonly timers: NodeJS.Timeout[];

  constructor(
    private readonly response: ServerResponse,
    onEnd: () => void,
  ) {
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      connection: 'keep-alive',
      // nginx would hold the events back.
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
    });
    response.write(`retry: ${retryMs}\n\n`);
    this.timers = [
      setInterval(() => response.write(': still here\n\n'), keepAliveMs),
      setTimeout(() => this.end(), mostMs),
    ];
    response.on('close', () => {
      this.timers.forEach(clearTimeout);
      onEnd();
    });
  }

  send(event: string, data: unknown): void {
    if (this.response.writableEnded) return;
    if (this.response.writableLength > mostBuffered) this.response.destroy();
    else this.response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  /** The browser comes back after `retry`. */
  end(): void {
    this.response.end();
  }
}
