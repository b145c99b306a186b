import { announce } from '#libs/database';
import { type Clock, hashSecret, isAddressSecret, isId, newId } from '#libs/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import { confirmFollower } from '../letter/confirm.job.js';
import {
  asksADay,
  type FollowForm,
  followersMax,
  toFollowerEmail,
  unconfirmedAnHour,
  wording,
} from './follow-form.plan.js';
import { readTarget, whatOf } from './follow-target.js';
import { Follower } from './follower.entity.js';
import { FollowerSecrets } from './follower-secrets.js';

/** What became of a request. `asked` says nothing about whether the address was known, or a mail is sent (`abuse:A35`). */
export type Asked = 'asked' | 'wrong' | 'none' | 'full';

/** What a follower's link leads to. */
export interface Following {
  email: string;
  /** "New episodes of …", in the follower's language. */
  what: string;
  locale: string;
  isOnce: boolean;
  isConfirmed: boolean;
}

/** What confirming led to; `out`: it was released in the meantime, and the address is deleted. */
export type Confirmed =
  { kind: 'confirmed'; isOnce: boolean; locale: string } | { kind: 'out'; episodeId: string; locale: string };

const hour = 3_600_000;

/** What visitors and holders of a follower's link may do; whoever has the secret is who confirms and stops. */
export class FollowersService {
  private readonly secrets: FollowerSecrets;

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    secret: string,
  ) {
    this.secrets = new FollowerSecrets(secret);
  }

  /** Keeps the wish and orders one mail to confirm it; the same steps for an address that is known. */
  async ask(form: FollowForm): Promise<Asked> {
    const email = toFollowerEmail(form.email);
    if (!email) return 'wrong';
    const now = this.clock.now();
    return this.db.transaction(async (manager) => {
      const target = isId(form.targetId) ? await readTarget(manager, form, now) : undefined;
      if (!target || target.releasedId) return 'none';
      if (await isFull(manager, target.showId, now)) return 'full';
      const { id, asks } = await this.keep(manager, { ...form, email }, target.showId, now);
      if (await mayBeMailed(manager, email, now))
        await announce(manager, confirmFollower.name, { followerId: id, ask: asks });
      return 'asked';
    });
  }

  /** What the secret belongs to; undefined when it has ended, or never was. */
  async find(secret: string): Promise<Following | undefined> {
    const follower = await this.load(this.db.manager, secret);
    if (!follower) return undefined;
    const target = await readTarget(this.db.manager, follower, this.clock.now());
    const { email, locale, isOnce, state } = follower;
    return { email, locale, isOnce, isConfirmed: state === 'confirmed', what: whatOf(follower, target?.title ?? '…') };
  }

  /** Twice is no error. What is out, or gone, by now needs no follower any more. */
  async confirm(secret: string): Promise<Confirmed | undefined> {
    return this.db.transaction(async (manager) => {
      const follower = await this.load(manager, secret);
      if (!follower) return undefined;
      const { id, locale, isOnce } = follower;
      const target = await readTarget(manager, follower, this.clock.now());
      if (!target || target.releasedId) await manager.delete(Follower, { id });
      if (!target) return undefined;
      if (target.releasedId) return { kind: 'out', episodeId: target.releasedId, locale };
      if (follower.state === 'asked') {
        await manager.update(Follower, { id }, { state: 'confirmed', confirmedAt: this.clock.now() });
      }
      return { kind: 'confirmed', isOnce, locale };
    });
  }

  /** Ends it and deletes the address; twice is no error. Answers whether there was something to end, and its language. */
  async stop(secret: string): Promise<{ locale: string } | undefined> {
    const follower = await this.load(this.db.manager, secret);
    if (!follower) return undefined;
    await this.db.manager.delete(Follower, { id: follower.id });
    return { locale: follower.locale };
  }

  private async load(manager: EntityManager, secret: string): Promise<Follower | null> {
    return isAddressSecret(secret) ? manager.findOneBy(Follower, { secretHash: hashSecret(secret) }) : null;
  }

  /** One row for the same wish, whoever asks how often; within a day it counts, after that it begins anew. */
  private async keep(
    manager: EntityManager,
    { target, targetId, part, email, locale }: FollowForm,
    showId: string,
    now: Date,
  ): Promise<{ id: string; asks: number }> {
    const id = newId(now.getTime());
    const isOnce = target === 'episode' || part > 0;
    const values = [id, target, targetId, part, showId, isOnce, email, locale, this.secrets.hashOf(id), wording, now];
    const [row]: { id: string; asks: number }[] = await manager.query(
      `insert into followers as f (id, target, target_id, part, show_id, is_once, email, locale, secret_hash, wording, asked_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
       on conflict (target, target_id, part, email) do update
         set asks = case when f.asked_at > $11::timestamptz - interval '1 day' then f.asks + 1 else 1 end,
           asked_at = case when f.asked_at > $11::timestamptz - interval '1 day' then f.asked_at else $11 end,
           locale = $8, wording = $10
       returning id, asks`,
      values,
    );
    return row!;
  }
}

/** Nobody's mailbox is filled from here, however many forms name it (`abuse:A49`). */
async function mayBeMailed(manager: EntityManager, email: string, now: Date): Promise<boolean> {
  const since = new Date(now.getTime() - 24 * hour);
  const [row]: { asks: number }[] = await manager.query(
    'select coalesce(sum(asks), 0)::int as asks from followers where email = $1 and asked_at > $2',
    [email, since],
  );
  return row!.asks <= asksADay;
}

async function isFull(manager: EntityManager, showId: string, now: Date): Promise<boolean> {
  const [row]: { waiting: number; total: number }[] = await manager.query(
    `select count(*) filter (where state = 'asked' and created_at > $2)::int as waiting, count(*)::int as total
     from followers where show_id = $1`,
    [showId, new Date(now.getTime() - hour)],
  );
  return row!.waiting >= unconfirmedAnHour || row!.total >= followersMax;
}
