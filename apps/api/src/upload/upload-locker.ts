import { UploadLocked } from '#libs/media';
import type { Lock, Locker, RequestRelease } from '@tus/server';
import type { DataSource, QueryRunner } from 'typeorm';

/** A second sender waits for nothing while the first one is alive; one without a sign of life for this long gives way. */
const idleMs = 5_000;
const releaseMs = 5_000;
/** The first half of the advisory lock's key; the second is a hash of the upload's id. */
const lockSpace = 73_915;

interface Held {
  readonly requestRelease: RequestRelease;
  lastSign: number;
}

/**
 * One sender per upload, over all processes: a Postgres advisory lock, which goes with the connection when a
 * process is killed, and a map for this process. A second sender gets 423 (`fault:F20`), except when the
 * first is a half-open connection that has been silent for five seconds: then that one is ended.
 */
export class UploadLocker implements Locker {
  private readonly held = new Map<string, Held>();
  private runner: QueryRunner | undefined;
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly dataSource: DataSource) {}

  newLock(id: string): Lock {
    return {
      lock: (_signal, requestRelease) => this.acquire(id, requestRelease),
      unlock: () => this.release(id),
    };
  }

  /** The holder has received bytes. */
  sign(id: string): void {
    const held = this.held.get(id);
    if (held) held.lastSign = performance.now();
  }

  /** Does some work as the only one on this upload. @throws UploadLocked */
  async hold<T>(id: string, work: () => Promise<T>): Promise<T> {
    await this.acquire(id, () => {});
    try {
      return await work();
    } finally {
      await this.release(id);
    }
  }

  async close(): Promise<void> {
    await this.runner?.release().catch(() => {});
    this.runner = undefined;
  }

  private async acquire(id: string, requestRelease: RequestRelease): Promise<void> {
    const holder = this.held.get(id);
    if (holder) await this.waitForSilent(holder, id);
    // No await between this look and the taking, so that two requests of this process cannot both pass.
    if (this.held.has(id)) throw new UploadLocked();
    this.held.set(id, { requestRelease, lastSign: performance.now() });
    try {
      if (!(await this.lockInDatabase(id))) throw new UploadLocked();
    } catch (error) {
      this.held.delete(id);
      throw error;
    }
  }

  private async waitForSilent(holder: Held, id: string): Promise<void> {
    if (performance.now() - holder.lastSign < idleMs) throw new UploadLocked();
    await holder.requestRelease();
    const end = performance.now() + releaseMs;
    while (this.held.has(id)) {
      if (performance.now() > end) throw new UploadLocked();
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  private async release(id: string): Promise<void> {
    this.held.delete(id);
    await this.query('select pg_advisory_unlock($1, hashtext($2))', id).catch(() => {});
  }

  private async lockInDatabase(id: string): Promise<boolean> {
    const [row] = await this.query('select pg_try_advisory_lock($1, hashtext($2)) as locked', id);
    return row!.locked;
  }

  /** All locks of the process live on one connection. When it broke, its locks are gone and a new one takes its place. */
  private query(sql: string, id: string): Promise<{ locked: boolean }[]> {
    // One after the other: a connection does one thing at a time.
    const asked = this.last.then(() => this.ask(sql, id));
    this.last = asked.catch(() => {});
    return asked;
  }

  private async ask(sql: string, id: string): Promise<{ locked: boolean }[]> {
    this.runner ??= this.dataSource.createQueryRunner();
    try {
      return (await this.runner.query(sql, [lockSpace, id])) as { locked: boolean }[];
    } catch {
      await this.close();
      this.runner = this.dataSource.createQueryRunner();
      return (await this.runner.query(sql, [lockSpace, id])) as { locked: boolean }[];
    }
  }
}
