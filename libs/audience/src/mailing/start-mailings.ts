import { announce } from '#libs/database';
import type { DataSource, EntityManager } from 'typeorm';
import { Mailing } from './mailing.entity.js';
import { sendMailing } from './mailing.jobs.js';
import { isNews } from './plan-mailings.js';

/** Begins what is due, each once however many workers ask: a row is locked, others skip it. Answers how many began. */
export async function startMailings(db: DataSource, now: Date): Promise<number> {
  let started = 0;
  while (await startOne(db, now)) started += 1;
  return started;
}

function startOne(db: DataSource, now: Date): Promise<boolean> {
  return db.transaction(async (manager) => {
    const mailing = await manager
      .createQueryBuilder(Mailing, 'm')
      .where(`m.state = 'waiting' and m.due_at <= :now`, { now })
      .orderBy('m.due_at')
      .setLock('pessimistic_write')
      .setOnLocked('skip_locked')
      .getOne();
    if (!mailing) return false;
    if (!(await isNews(manager, mailing.episodeId, now))) {
      await manager.update(Mailing, { id: mailing.id }, { state: 'dropped', finishedAt: now });
      return true;
    }
    const total = await fill(manager, mailing);
    const isOver = total === 0;
    await manager.update(
      Mailing,
      { id: mailing.id },
      { state: isOver ? 'done' : 'sending', total, finishedAt: isOver ? now : null },
    );
    if (!isOver) await announce(manager, sendMailing.name, { mailingId: mailing.id, round: mailing.round });
    return true;
  });
}

/** One mail an address, whatever it follows for; the one that lasts, because it says how to stop. */
async function fill(manager: EntityManager, { id, showId, episodeId }: Mailing): Promise<number> {
  await manager.query(
    `insert into deliveries (mailing_id, follower_id)
     select $1, id from (
       select distinct on (f.email) f.id from followers f ${waitingFor}
       order by f.email, f.is_once, f.created_at) one
     on conflict do nothing`,
    [id, showId, episodeId],
  );
  const [row]: { total: number }[] = await manager.query(
    'select count(*)::int as total from deliveries where mailing_id = $1',
    [id],
  );
  return row!.total;
}

/** Confirmed followers of show `$2` who wait for its episode `$3`: `f`. */
export const waitingFor = `
  join episode_copies c on c.episode_id = $3 and c.kind = 'released'
  where f.show_id = $2 and f.state = 'confirmed' and (
    f.target = 'show'
    or (f.target = 'episode' and f.target_id = $3)
    or (f.target = 'series' and f.target_id = c.series_id and (f.part = 0 or f.part <= coalesce(c.part, f.part))))`;
