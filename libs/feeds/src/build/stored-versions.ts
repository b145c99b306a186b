import type { EntityManager } from 'typeorm';

/** All pages of one stored state of a feed. */
export interface StoredVersion {
  validFrom: Date;
  changedAt: Date;
  /** By page. */
  digests: string[];
  /** Of a version that was put back by hand: what was built last. While that is what the show says, it stays. */
  putOver?: Pick<StoredVersion, 'changedAt' | 'digests'>;
}

export interface StoredVersions {
  /** What is served at the given instant; undefined before the first. */
  current: StoredVersion | undefined;
  /** Stored ahead of their moment, the earliest first. */
  planned: StoredVersion[];
  /** Whether it has ever listed an episode. */
  hasListed: boolean;
}

/** What is stored of a feed, without the bytes. */
export async function readStoredVersions(manager: EntityManager, feedId: string, at: Date): Promise<StoredVersions> {
  const rows: StoredVersion[] = await manager.query(
    `select valid_from as "validFrom", max(changed_at) as "changedAt", array_agg(digest order by page) as digests
     from feed_versions where feed_id = $1 and (valid_from > $2 or (version, valid_from) in (
       select version, valid_from from feed_versions where feed_id = $1 and page = 1 and valid_from <= $2
       order by valid_from desc, version desc limit 1))
     group by version, valid_from order by valid_from, version`,
    [feedId, at],
  );
  const [listed]: [{ has: boolean }] = await manager.query(
    `select exists (select 1 from feed_versions where feed_id = $1 and item_count > 0 and valid_from <= $2) as has`,
    [feedId, at],
  );
  const current = rows.filter(({ validFrom }) => validFrom <= at).at(-1);
  const putOver = current && (await readPutOver(manager, feedId, at));
  return {
    current: current && { ...current, ...(putOver && { putOver }) },
    planned: rows.filter(({ validFrom }) => validFrom > at),
    hasListed: listed.has,
  };
}

/** The newest version that was built, when the one that is served was put back over it. */
async function readPutOver(manager: EntityManager, feedId: string, at: Date): Promise<StoredVersion['putOver']> {
  const [row]: [{ changedAt: Date; digests: string[] }?] = await manager.query(
    `select changed_at as "changedAt", digests from (
       select version, valid_from, max(changed_at) as changed_at, array_agg(digest order by page) as digests,
         bool_or(restored_from is not null) as is_restored,
         first_value(bool_or(restored_from is not null)) over (order by valid_from desc, version desc) as is_served_restored
       from feed_versions where feed_id = $1 and valid_from <= $2 group by version, valid_from
     ) v where is_served_restored and not is_restored order by valid_from desc, version desc limit 1`,
    [feedId, at],
  );
  return row;
}
