import type { DataSource, EntityManager } from 'typeorm';
import type { FeedKind } from '../feed/feed.entity.js';

/** What is served now of a feed that has no address of its own. */
export interface SecretFeed {
  feedId: string;
  isGone: boolean;
  /** Null until its first bytes are there. */
  version: { id: string; digest: string; changedAt: Date } | null;
}

/** Reads private and personal feeds, by what they are about. */
export class SecretFeedQuery {
  constructor(private readonly db: DataSource | EntityManager) {}

  /** Undefined when it was never ordered. @param page from 1, the newest items. */
  async find(
    kind: Extract<FeedKind, 'private' | 'personal'>,
    subjectId: string,
    at: Date,
    page = 1,
  ): Promise<SecretFeed | undefined> {
    const [row]: [Row?] = await this.db.query(
      `select f.id as "feedId", f.gone_at is not null as "isGone", v.id, v.digest, v.changed_at as "changedAt"
       from feeds f
       left join lateral (
         select version, valid_from from feed_versions
         where feed_id = f.id and page = 1 and valid_from <= $3 order by valid_from desc, version desc limit 1
       ) served on true
       left join feed_versions v on v.feed_id = f.id and v.page = $4
         and v.version = served.version and v.valid_from = served.valid_from
       where f.kind = $1 and f.subject_id = $2 and f.key = ''`,
      [kind, subjectId, at, page],
    );
    if (!row) return undefined;
    const { feedId, isGone, id, digest, changedAt } = row;
    return { feedId, isGone, version: id ? { id, digest, changedAt } : null };
  }

  /** The document with its placeholder; undefined when the version has been removed since. */
  async document(versionId: string): Promise<string | undefined> {
    const [row]: [{ identity: Buffer }?] = await this.db.query('select identity from feed_versions where id = $1', [
      versionId,
    ]);
    return row?.identity.length ? row.identity.toString('utf8') : undefined;
  }
}

interface Row {
  feedId: string;
  isGone: boolean;
  id: string | null;
  digest: string;
  changedAt: Date;
}
