import type { DataSource } from 'typeorm';

/**
 * Deletes addresses that nobody confirmed within seven days, that the mail server refused three times in a row, and those
 * that wait for something that will not come: a part or an episode that was deleted.
 */
export async function forgetFollowers(db: DataSource, now: Date): Promise<void> {
  const weekAgo = new Date(now.getTime() - 7 * 24 * 3_600_000);
  await db.query(`delete from followers where state = 'asked' and asked_at < $1`, [weekAgo]);
  await db.query('delete from followers where refusals >= 3');
  await db.query(
    `delete from followers f where target = 'episode'
       and not exists (select 1 from episodes e where e.id = f.target_id and e.deleted_at is null)`,
  );
  await db.query(
    `delete from followers f where target = 'series'
       and not exists (select 1 from series s where s.id = f.target_id and s.deleted_at is null)`,
  );
}
