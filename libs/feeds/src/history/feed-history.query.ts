import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { DataSource, EntityManager } from 'typeorm';
import type { FeedKind } from '../feed/feed.entity.js';
import type { FeedCheck } from './feed-check.entity.js';

/** A feed of a show, with what is served at this moment. Sizes in bytes over all pages. */
export interface FeedSummary {
  id: string;
  kind: FeedKind;
  key: string;
  subjectId: string;
  path: string | null;
  isGone: boolean;
  /** A newer version is being built. */
  isBuilding: boolean;
  /** Null: nothing is served yet. */
  served: {
    items: number;
    bytes: number;
    sentBytes: number;
    pages: number;
    changedAt: Date;
    restoredFrom: Date | null;
  } | null;
  check: Pick<FeedCheck, 'wantedAt' | 'checkedAt' | 'digest' | 'itemCount' | 'advice' | 'adviceCount'> | null;
}

/** One state of a feed that was, is or will be served, over all its pages. */
export interface VersionSummary {
  /** Of its first page. */
  id: string;
  version: number;
  validFrom: Date;
  changedAt: Date;
  items: number;
  bytes: number;
  pages: number;
  digest: string;
  restoredFrom: Date | null;
  /** `planned`: its moment is to come. */
  state: 'served' | 'past' | 'planned';
}

const unzip = promisify(gunzip);

/** The kinds whose subject is the show itself; of the others it owns the subject. Secret addresses are not listed here. */
const ownKinds = "('show', 'season', 'language', 'video')";

/** What a producer sees of the stored feeds of a show. */
export class FeedHistoryQuery {
  constructor(private readonly db: DataSource | EntityManager) {}

  /** The show's own feed first, then by kind and key. */
  async ofShow(showId: string, now: Date): Promise<FeedSummary[]> {
    const rows: FeedRow[] = await this.db.query(
      `select f.id, f.kind, f.key, f.subject_id as "subjectId", f.path, f.gone_at is not null as "isGone",
         f.built_version < f.wanted_version as "isBuilding", v.*, c.wanted_at as "wantedAt", c.checked_at as "checkedAt",
         c.digest as "checkDigest", c.item_count as "checkItems", c.advice, c.advice_count as "adviceCount"
       from feeds f
       left join lateral (
         select sum(p.item_count)::int as items, sum(${plainBytes('p')})::int as bytes, sum(octet_length(p.gzip))::int as "sentBytes",
           count(*)::int as pages, max(p.changed_at) as "changedAt", max(p.restored_from) as "restoredFrom"
         from feed_versions p where (p.feed_id, p.version, p.valid_from) = (
           select n.feed_id, n.version, n.valid_from from feed_versions n
           where n.feed_id = f.id and n.valid_from <= $2 order by n.valid_from desc, n.version desc limit 1)
       ) v on true
       left join feed_checks c on c.feed_id = f.id
       where (f.kind in ${ownKinds} and f.subject_id = $1)
         or (f.kind in ('event', 'track') and f.subject_id in (select id from events where show_id = $1))
         or (f.kind = 'series' and f.subject_id in (select id from series where show_id = $1))
       order by f.kind <> 'show', f.kind, f.key, f.id`,
      [showId, now],
    );
    return rows.map(toSummary);
  }

  /** Newest first. @param page from 1. */
  async versions(
    feedId: string,
    now: Date,
    page: number,
    size: number,
  ): Promise<{ items: VersionSummary[]; total: number }> {
    const rows: (VersionSummary & { total: number })[] = await this.db.query(
      `${versionRows} order by valid_from desc, version desc limit $3 offset $4`,
      [feedId, now, size, (Math.max(1, page) - 1) * size],
    );
    const total = rows[0]?.total ?? 0;
    return { items: rows.map(({ total: _, ...version }) => version), total };
  }

  async version(feedId: string, versionId: string, now: Date): Promise<VersionSummary | undefined> {
    const [row]: [(VersionSummary & { total: number })?] = await this.db.query(`${versionRows} where id = $3`, [
      feedId,
      now,
      versionId,
    ]);
    if (!row) return undefined;
    const { total: _, ...version } = row;
    return version;
  }

  /** The version that is served now. */
  async served(feedId: string, now: Date): Promise<VersionSummary | undefined> {
    return (await this.versions(feedId, now, 1, 100)).items.find(({ state }) => state === 'served');
  }

  /** The one that was served before it. */
  async before(feedId: string, { id }: VersionSummary, now: Date): Promise<VersionSummary | undefined> {
    const [row]: [{ id: string }?] = await this.db.query(
      `select id from feed_versions where feed_id = $1 and page = 1
         and (valid_from, version) < (select valid_from, version from feed_versions where id = $2)
       order by valid_from desc, version desc limit 1`,
      [feedId, id],
    );
    return row && this.version(feedId, row.id, now);
  }

  /** The plain bytes of each page. */
  async pages(version: Pick<VersionSummary, 'id'>): Promise<Buffer[]> {
    return (await this.pagesWithCounts(version)).map(({ bytes }) => bytes);
  }

  async pagesWithCounts({
    id,
  }: Pick<VersionSummary, 'id'>): Promise<{ page: number; itemCount: number; bytes: Buffer }[]> {
    const rows: { page: number; itemCount: number; gzip: Buffer }[] = await this.db.query(
      `select page, item_count as "itemCount", gzip from feed_versions where (feed_id, version, valid_from) =
         (select feed_id, version, valid_from from feed_versions where id = $1) order by page`,
      [id],
    );
    return Promise.all(rows.map(async ({ page, itemCount, gzip }) => ({ page, itemCount, bytes: await unzip(gzip) })));
  }
}

interface FeedRow {
  id: string;
  kind: FeedKind;
  key: string;
  subjectId: string;
  path: string | null;
  isGone: boolean;
  isBuilding: boolean;
  items: number | null;
  bytes: number;
  sentBytes: number;
  pages: number;
  changedAt: Date;
  restoredFrom: Date | null;
  wantedAt: Date | null;
  checkedAt: Date | null;
  checkDigest: string;
  checkItems: number;
  advice: FeedCheck['advice'];
  adviceCount: number;
}

/** The size of the plain bytes, also where only the gzip form is kept: its last four bytes say it (RFC 1952). */
function plainBytes(row: string): string {
  const at = (n: number) => `get_byte(${row}.gzip, octet_length(${row}.gzip) - ${n})::bigint`;
  return `(${at(4)} + ${at(3)} * 256 + ${at(2)} * 65536 + ${at(1)} * 16777216)`;
}

const versionRows = `
  with all_versions as (
    select (array_agg(v.id order by v.page))[1] as id, v.version, v.valid_from as "valid_from", max(v.changed_at) as "changedAt",
      sum(v.item_count)::int as items, sum(${plainBytes('v')})::int as bytes, count(*)::int as pages,
      (array_agg(v.digest order by v.page))[1] as digest, max(v.restored_from) as "restoredFrom"
    from feed_versions v where v.feed_id = $1 group by v.version, v.valid_from
  ), newest as (
    select version, valid_from from all_versions where valid_from <= $2 order by valid_from desc, version desc limit 1
  )
  select id, version, valid_from as "validFrom", "changedAt", items, bytes, pages, digest, "restoredFrom",
    case when valid_from > $2 then 'planned'
      when (version, valid_from) in (select version, valid_from from newest) then 'served' else 'past' end as state,
    (count(*) over ())::int as total
  from all_versions`;

function toSummary(row: FeedRow): FeedSummary {
  const { id, kind, key, subjectId, path, isGone, isBuilding } = row;
  const { items, bytes, sentBytes, pages, changedAt, restoredFrom } = row;
  const { wantedAt, checkedAt, checkDigest, checkItems, advice, adviceCount } = row;
  return {
    ...{ id, kind, key, subjectId, path, isGone, isBuilding },
    served: items === null ? null : { items, bytes, sentBytes, pages, changedAt, restoredFrom },
    check: wantedAt && { wantedAt, checkedAt, digest: checkDigest, itemCount: checkItems, advice, adviceCount },
  };
}
