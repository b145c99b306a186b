import type { EntityManager } from 'typeorm';

/** About how many items a feed has: as many as it had last, or as its show or event has now, whichever is more. */
export async function countItems(manager: EntityManager, feedId: string): Promise<number> {
  const [row]: { count: number }[] = await manager.query(
    `select greatest(
       (select sum(item_count)::int from feed_versions v where v.feed_id = f.id and (v.version, v.valid_from) = (
         select version, valid_from from feed_versions where feed_id = f.id and page = 1 order by valid_from desc, version desc limit 1)),
       (select count(*)::int from episodes e where e.show_id = f.subject_id or e.event_id = f.subject_id)
     ) as count from feeds f where f.id = $1`,
    [feedId],
  );
  return row?.count ?? 0;
}
