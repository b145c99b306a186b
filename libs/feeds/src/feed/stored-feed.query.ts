import type { DataSource, EntityManager } from 'typeorm';

export type FeedEncoding = 'identity' | 'gzip' | 'br';

/** What the web app needs to know of a feed before it sends a byte. Sizes in bytes. */
export interface StoredFeed {
  kind: 'found';
  versionId: string;
  digest: string;
  changedAt: Date;
  sizes: Record<FeedEncoding, number>;
}

/** `gone`: its show or event was deleted (410). `missing`: there is none at this address, or not yet. */
export type StoredFeedLookup = StoredFeed | { kind: 'gone' } | { kind: 'missing' };

/** Reads stored feeds for serving. */
export class StoredFeedQuery {
  constructor(private readonly db: DataSource | EntityManager) {}

  /** The newest version at an address without its origin, such as `/show/feed.xml`; without its bytes. */
  async byPath(path: string): Promise<StoredFeedLookup> {
    const [row]: [Row?] = await this.db.query(
      `select f.gone_at as "goneAt", v.id, v.digest, v.changed_at as "changedAt", octet_length(v.identity) as identity,
         octet_length(v.gzip) as gzip, octet_length(v.br) as br
       from feeds f left join lateral
         (select * from feed_versions where feed_id = f.id order by version desc limit 1) v on true
       where f.path = $1`,
      [path],
    );
    if (row?.goneAt) return { kind: 'gone' };
    if (!row?.id) return { kind: 'missing' };
    const { id, digest, changedAt, identity, gzip, br } = row;
    return { kind: 'found', versionId: id, digest, changedAt, sizes: { identity, gzip, br } };
  }

  /** The bytes of one version in one encoding; undefined when the version has been removed since. */
  async bytes(versionId: string, encoding: FeedEncoding): Promise<Buffer | undefined> {
    const [row]: [{ bytes: Buffer }?] = await this.db.query(
      `select ${encoding} as bytes from feed_versions where id = $1`,
      [versionId],
    );
    return row?.bytes;
  }
}

interface Row extends Record<FeedEncoding, number> {
  goneAt: Date | null;
  id: string | null;
  digest: string;
  changedAt: Date;
}
