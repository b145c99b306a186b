import type { DataSource } from 'typeorm';
import type { FeedRef } from '../kind/feed-ref.plan.js';
import { requestBuilds } from '../feed/request-build.js';

/** Orders feeds whose next changes have come near enough to be stored ahead, each once however many workers ask. Gives how many. */
export async function orderPreparations(dataSource: DataSource, now: Date): Promise<number> {
  return dataSource.transaction(async (manager) => {
    const [feeds]: [FeedRef[], number] = await manager.query(
      `update feeds set prepare_at = null where id in
         (select id from feeds where prepare_at <= $1 order by id limit 500 for update skip locked)
       returning kind, subject_id as "subjectId", key`,
      [now],
    );
    await requestBuilds(
      manager,
      feeds.map((ref) => ({ ...ref, isWanted: false })),
    );
    return feeds.length;
  });
}
