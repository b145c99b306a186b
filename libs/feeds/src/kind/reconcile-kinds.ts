import type { DataSource, EntityManager } from 'typeorm';
import { requestBuilds } from '../feed/request-build.js';
import { type FeedRef, joinWishes } from './feed-ref.plan.js';
import { orderMissing } from './order-feeds.js';

/**
 * Looks through every show for feeds that should exist and do not, and orders those anew that an Estrade of before has
 * built: an installation has them all, with all that they say today, soon after its next start. What says the same keeps
 * its bytes and validators. Gives how many.
 */
export async function reconcileKinds(dataSource: DataSource): Promise<number> {
  const shows: { id: string }[] = await dataSource.query(
    `select id from shows where deleted_at is null and purged_at is null order by id`,
  );
  let made = 0;
  for (const { id } of shows) made += await dataSource.transaction((manager) => orderMissing(manager, id));
  return made + (await dataSource.transaction(orderOld));
}

/** The time of a build was not noted before there were hubs, pages for people and all other kinds of feeds. */
async function orderOld(manager: EntityManager): Promise<number> {
  const refs: FeedRef[] = await manager.query(
    `select kind, subject_id as "subjectId", key from feeds
     where built_at is null and gone_at is null and built_version >= wanted_version`,
  );
  await requestBuilds(manager, joinWishes(refs.map((ref) => ({ ...ref, isWanted: true }))));
  return refs.length;
}
