import type { EntityManager } from 'typeorm';

/** Versions that keep every encoding: what is served, and a few for a reader who began just before. What is planned does too. */
const whole = 5;

/**
 * Every version that was ever served stays, so that it can be looked at, fetched and put back; those that nobody is
 * served any more keep their gzip form alone, about a tenth of what they took.
 */
export async function thinOldVersions(manager: EntityManager, feedId: string, now: Date): Promise<void> {
  await manager.query(
    `update feed_versions set identity = '', br = '' where feed_id = $1 and octet_length(identity) > 0 and valid_from <= $2
       and (version, valid_from) not in (select version, valid_from from feed_versions where feed_id = $1 and valid_from <= $2
         group by version, valid_from order by valid_from desc, version desc limit ${whole})`,
    [feedId, now],
  );
}
