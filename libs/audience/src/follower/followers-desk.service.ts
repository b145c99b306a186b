import { type Actor, isId, NotFound } from '#libs/kernel';
import type { DataSource } from 'typeorm';
import { Mailing } from '../mailing/mailing.entity.js';
import { readTarget } from './follow-target.js';
import { Follower, type FollowTargetKind } from './follower.entity.js';
import { requireRemoveFollower, requireSeeFollowers, requireSeeMailings } from './follower.policy.js';

/** What a producer sees of a follower: what is needed to answer a question, no more. */
export interface FollowerLine {
  id: string;
  email: string;
  target: FollowTargetKind;
  part: number;
  /** Of the mini-series or the episode; null: gone. */
  title: string | null;
  isOnce: boolean;
  locale: string;
  confirmedAt: Date;
}

export interface FollowersDesk {
  confirmed: number;
  /** Asked, and not confirmed yet: only how many, for nobody has agreed to more. */
  waiting: number;
  items: FollowerLine[];
  /** There are more than these. */
  hasMore: boolean;
}

export type MailingLine = Pick<
  Mailing,
  'id' | 'episodeId' | 'state' | 'total' | 'sent' | 'failed' | 'dueAt' | 'finishedAt'
> & {
  title: string | null;
};

const pageSize = 100;

/** The followers of a show and the mails they got, for its producers. */
export class FollowersDeskService {
  constructor(
    private readonly db: DataSource,
    private readonly now: () => Date,
  ) {}

  /** The newest first; `find`: a part of the address; `page` from 1. */
  async list(actor: Actor, showId: string, { find = '', page = 1 } = {}): Promise<FollowersDesk> {
    requireSeeFollowers(actor, showId);
    const rows = await this.read(showId, find, pageSize + 1, (page - 1) * pageSize);
    const [counts]: { confirmed: number; waiting: number }[] = await this.db.query(
      `select count(*) filter (where state = 'confirmed')::int as confirmed,
         count(*) filter (where state = 'asked')::int as waiting from followers where show_id = $1`,
      [showId],
    );
    return { ...counts!, items: await this.toLines(rows.slice(0, pageSize)), hasMore: rows.length > pageSize };
  }

  /** Everybody who has confirmed: for the table that is taken out. */
  async all(actor: Actor, showId: string): Promise<FollowerLine[]> {
    requireSeeFollowers(actor, showId);
    return this.toLines(await this.read(showId, '', 100_000, 0));
  }

  /** Deletes the address. */
  async remove(actor: Actor, showId: string, followerId: string): Promise<void> {
    requireRemoveFollower(actor, showId);
    const { affected } = isId(followerId)
      ? await this.db.manager.delete(Follower, { id: followerId, showId })
      : { affected: 0 };
    if (!affected) throw new NotFound('This follower');
  }

  /** The newest fifty mailings that were for somebody. */
  async mailings(actor: Actor, showId: string): Promise<MailingLine[]> {
    requireSeeMailings(actor, showId);
    return this.db.query(
      `select m.id, m.episode_id as "episodeId", m.state, m.total, m.sent, m.failed, m.due_at as "dueAt",
         m.finished_at as "finishedAt",
         (select t.title from episode_copies c join episode_texts t on t.copy_id = c.id
          where c.episode_id = m.episode_id and c.kind = 'working' order by t.lang limit 1) as title
       from mailings m where m.show_id = $1 and (m.total > 0 or m.state <> 'done') order by m.created_at desc limit 50`,
      [showId],
    );
  }

  private read(showId: string, find: string, take: number, skip: number): Promise<Follower[]> {
    return this.db.manager
      .createQueryBuilder(Follower, 'f')
      .where(`f.show_id = :showId and f.state = 'confirmed' and position(:find in f.email) > 0`, {
        showId,
        find: find.toLowerCase(),
      })
      .orderBy('f.confirmed_at', 'DESC')
      .addOrderBy('f.id', 'DESC')
      .take(take)
      .skip(skip)
      .getMany();
  }

  /** Each target is looked up once. */
  private async toLines(rows: readonly Follower[]): Promise<FollowerLine[]> {
    const titles = new Map<string, string | null>();
    for (const row of rows) {
      const key = `${row.target} ${row.targetId}`;
      if (titles.has(key)) continue;
      titles.set(key, (await readTarget(this.db.manager, row, this.now()))?.title ?? null);
    }
    return rows.map((row) => ({
      ...{ id: row.id, email: row.email, target: row.target, part: row.part, isOnce: row.isOnce, locale: row.locale },
      title: titles.get(`${row.target} ${row.targetId}`) ?? null,
      confirmedAt: row.confirmedAt!,
    }));
  }
}
