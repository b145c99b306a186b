import type { EntityManager } from 'typeorm';
import type { FeedEncoding } from './stored-feed.query.js';

/** What a feed serves at a moment. Sizes in bytes, of the page with the newest items. */
export interface ServedSizes {
  versionId: string;
  /** Over all pages. */
  items: number;
  sizes: Record<FeedEncoding, number>;
  builtAt: Date | null;
  changedAt: Date;
  /** Since when these bytes are served. */
  servedSince: Date;
}

/** Undefined when nothing is served yet. */
export async function readServedSizes(
  manager: Pick<EntityManager, 'query'>,
  feedId: string,
  now: Date,
): Promise<ServedSizes | undefined> {
  const [row]: [(Omit<ServedSizes, 'sizes'> & Record<FeedEncoding, number>)?] = await manager.query(
    `select v.id as "versionId", v.changed_at as "changedAt", v.valid_from as "servedSince", f.built_at as "builtAt",
       octet_length(v.identity) as identity, octet_length(v.gzip) as gzip, octet_length(v.br) as br,
       (select sum(p.item_count)::int from feed_versions p
        where p.feed_id = v.feed_id and p.version = v.version and p.valid_from = v.valid_from) as items
     from feed_versions v join feeds f on f.id = v.feed_id
     where v.feed_id = $1 and v.page = 1 and v.valid_from <= $2
     order by v.valid_from desc, v.version desc limit 1`,
    [feedId, now],
  );
  if (!row) return undefined;
  const { identity, gzip, br, ...served } = row;
  return { ...served, sizes: { identity, gzip, br } };
}
