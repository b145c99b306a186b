import type { EntityManager } from 'typeorm';

/**
 * Forgets all that the feeds of purged shows have ever said: what was deleted for good is in no history either. The
 * rows stay, so that their addresses go on answering 410. Gives how many versions went.
 */
export async function forgetPurged(manager: Pick<EntityManager, 'query'>): Promise<number> {
  const [, count]: [unknown, number] = await manager.query(
    `with purged as (select id from shows where purged_at is not null),
       subjects as (
         select id from purged union all select id from events where show_id in (select id from purged)
         union all select id from series where show_id in (select id from purged)),
       gone as (select id from feeds where gone_at is not null and subject_id in (select id from subjects)),
       checks as (delete from feed_checks where feed_id in (select id from gone))
     delete from feed_versions where feed_id in (select id from gone)`,
  );
  return count;
}
