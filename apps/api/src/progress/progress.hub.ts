import { type Listener, listen } from '#libs/database';
import type { Log } from '#libs/config';
import { type ProgressMessage, progressChannel } from '#libs/media';

/** Somebody who watches: told which row changed, at most four times a second for each row. */
export type Watcher = (message: ProgressMessage) => void;

const intervalMs = 250;

/**
 * One listening connection per process, any number of watchers. Messages about the same row that come close
 * together become one; the last one is never dropped, so that the end is always seen.
 */
export class ProgressHub {
  private readonly watchers = new Set<Watcher>();
  private readonly resyncs = new Set<() => void>();
  private readonly pending = new Map<string, { message: ProgressMessage; isNewer: boolean }>();
  private listener: Promise<Listener> | undefined;

  constructor(
    private readonly databaseUrl: string,
    private readonly log: Log,
  ) {}

  /** `onResync` runs when messages may have been missed. Returns what ends the watching. */
  watch(watcher: Watcher, onResync: () => void): () => void {
    this.listener ??= this.start();
    this.watchers.add(watcher);
    this.resyncs.add(onResync);
    return () => {
      this.watchers.delete(watcher);
      this.resyncs.delete(onResync);
    };
  }

  async close(): Promise<void> {
    this.watchers.clear();
    this.resyncs.clear();
    await (await this.listener?.catch(() => undefined))?.close();
  }

  private start(): Promise<Listener> {
    const listener = listen(
      this.databaseUrl,
      [progressChannel],
      (_, text) => this.receive(JSON.parse(text) as ProgressMessage),
      () => this.resyncs.forEach((resync) => resync()),
    );
    listener.catch((error: unknown) => {
      this.listener = undefined;
      this.log.warn({ err: String(error) }, 'progress cannot be listened to; the studio asks instead');
    });
    return listener;
  }

  private receive(message: ProgressMessage): void {
    const key = message.revisionId ?? message.uploadId ?? '';
    const waiting = this.pending.get(key);
    if (waiting) {
      this.pending.set(key, { message, isNewer: true });
      return;
    }
    this.tell(message);
    this.holdBack(key, message);
  }

  private holdBack(key: string, message: ProgressMessage): void {
    this.pending.set(key, { message, isNewer: false });
    setTimeout(() => {
      const waiting = this.pending.get(key);
      this.pending.delete(key);
      if (!waiting?.isNewer) return;
      this.tell(waiting.message);
      this.holdBack(key, waiting.message);
    }, intervalMs).unref();
  }

  private tell(message: ProgressMessage): void {
    for (const watcher of this.watchers) watcher(message);
  }
}
