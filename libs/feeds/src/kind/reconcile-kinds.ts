import type { DataSource } from 'typeorm';
import { orderMissing } from './order-feeds.js';

/** Looks through every show for feeds that should exist and do not: an installation of before has them soon after its next start. */
export async function reconcileKinds(dataSource: DataSource): Promise<number> {
  const shows: { id: string }[] = await dataSource.query(
    `select id from shows where deleted_at is null and purged_at is null order by id`,
  );
  let made = 0;
  for (const { id } of shows) made += await dataSource.transaction((manager) => orderMissing(manager, id));
  return made;
}
