import type { DataSource } from 'typeorm';
import { type Clock, TooMany } from '#libs/kernel';
import { type ThrottleKind, throttleLimits, toThrottleKey } from './throttle.policy.js';
import { Throttle } from './throttle.entity.js';

/** Counts tries in Postgres, so that all replicas count together and a restart forgets nothing. */
export class ThrottlesService {
  /** @param secret Keys the hashes; the same for all replicas. */
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly secret: string,
  ) {}

  /** Counts one try. @throws TooMany when the window is full, with the seconds until it ends. */
  async take(kind: ThrottleKind, subject: string): Promise<void> {
    const now = this.clock.now();
    const { tries, windowEndsAt } = await this.count(kind, subject, now);
    if (tries > throttleLimits[kind].tries) {
      throw new TooMany(Math.max(1, Math.ceil((windowEndsAt.getTime() - now.getTime()) / 1000)));
    }
  }

  /** Takes one try back: it was a good one. */
  async giveBack(kind: ThrottleKind, subject: string): Promise<void> {
    await this.dataSource
      .getRepository(Throttle)
      .decrement({ key: toThrottleKey(this.secret, kind, subject) }, 'tries', 1);
  }

  /** Forgets the tries of a subject. */
  async clear(kind: ThrottleKind, subject: string): Promise<void> {
    await this.dataSource.getRepository(Throttle).delete({ key: toThrottleKey(this.secret, kind, subject) });
  }

  /** One statement, so that parallel tries cannot slip past the limit together. */
  private async count(kind: ThrottleKind, subject: string, now: Date): Promise<{ tries: number; windowEndsAt: Date }> {
    const [row] = await this.dataSource.query<{ tries: number; window_ends_at: Date }[]>(
      `insert into throttles as t (key, tries, window_ends_at) values ($1, 1, $3)
       on conflict (key) do update set
         tries = case when t.window_ends_at <= $2 then 1 else t.tries + 1 end,
         window_ends_at = case when t.window_ends_at <= $2 then excluded.window_ends_at else t.window_ends_at end
       returning tries, window_ends_at`,
      [toThrottleKey(this.secret, kind, subject), now, new Date(now.getTime() + throttleLimits[kind].windowMs)],
    );
    return { tries: row!.tries, windowEndsAt: row!.window_ends_at };
  }
}
