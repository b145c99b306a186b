import { findPersonAddress } from '#libs/people';
import type { DataSource, EntityManager } from 'typeorm';

export type FeedEncoding = 'identity' | 'gzip' | 'br';

/** What the web app needs to know of a version before it sends a byte of it. Sizes in bytes. */
export interface StoredVersion {
  versionId: string;
  digest: string;
  changedAt: Date;
  /** When it begins to be served. */
  validFrom: Date;
  sizes: Record<FeedEncoding, number>;
}

export interface StoredFeed {
  kind: 'found';
  /** Changes with everything that is said of the feed; of one that is not found too. */
  stamp: string;
  current: StoredVersion;
  /** What takes its place, the earliest first. */
  planned: StoredVersion[];
  /** The page for people; null where none is known. */
  pageUrl: string | null;
  /** Named in the `Link` headers. */
  hubs: string[];
  /** Where the podcast lives now (301); null: here. */
  movedTo: string | null;
}

/** `gone`: its show or event was deleted (410). `missing`: there is none at this address, or not yet, or not so many pages. */
export type StoredFeedLookup = StoredFeed | { kind: 'gone' | 'missing'; stamp: string };

/** Reads stored feeds for serving. */
export class StoredFeedQuery {
  constructor(private readonly db: DataSource | EntityManager) {}

  /**
   * What is served at an instant under an address without its origin, such as `/show/feed.xml`, and what will be after
   * it; without the bytes. @param page from 1, the newest items.
   */
  async byPath(path: string, at: Date, page = 1): Promise<StoredFeedLookup> {
    const rows: Row[] = await this.db.query(
      `with served as (
         select n.version, n.valid_from from feed_versions n join feeds o on o.id = n.feed_id
         where o.path = $1 and n.page = 1 and n.valid_from <= $2 order by n.valid_from desc, n.version desc limit 1)
       select ${stampOf('f')} as stamp, f.gone_at is not null as "isGone", f.page_url as "pageUrl", f.hubs,
         f.moved_to as "movedTo", v.id, v.digest, v.changed_at as "changedAt", v.valid_from as "validFrom",
         octet_length(v.identity) as identity, octet_length(v.gzip) as gzip, octet_length(v.br) as br
       from feeds f left join feed_versions v on v.feed_id = f.id and v.page = $3
         and (v.valid_from > $2 or (v.version, v.valid_from) = (select version, valid_from from served))
       where f.path = $1 order by v.valid_from, v.version limit 25`,
      [path, at, page],
    );
    const [first] = rows;
    if (!first || first.isGone) {
      const moved = await this.afterPerson(path, at);
      if (moved) return moved;
    }
    if (!first) return { kind: 'missing', stamp: '' };
    const { stamp, isGone, pageUrl, hubs, movedTo } = first;
    if (isGone) return { kind: 'gone', stamp };
    const versions = rows.filter(({ id }) => id).map(toVersion);
    const current = versions.filter(({ validFrom }) => validFrom <= at).at(-1);
    if (!current) return { kind: 'missing', stamp };
    const planned = versions.filter(({ validFrom }) => validFrom > at);
    return { kind: 'found', stamp, current, planned, pageUrl, hubs, movedTo };
  }

  /** Where the feed of a person is after another address or a merge; undefined where nothing leads on (`ux` 3.3). */
  private async afterPerson(path: string, at: Date): Promise<StoredFeed | undefined> {
    const slug = /^\/g\/([a-z0-9-]+)\/feed\.xml$/.exec(path)?.[1];
    const person = slug && (await findPersonAddress(this.db, slug));
    if (!person || person.kind !== 'moved') return undefined;
    const to = `/g/${person.slug}/feed.xml`;
    const found = await this.byPath(to, at);
    if (found.kind !== 'found') return undefined;
    const movedTo = found.pageUrl ? new URL(to, found.pageUrl).href : to;
    // A stamp that no row has: it is looked up anew each time, since the person may take their consent back.
    return { ...found, stamp: 'moved', movedTo };
  }

  /** The stamps of many feeds by path, in one query; one that does not exist has none. */
  async stamps(paths: readonly string[]): Promise<Map<string, string>> {
    const rows: { path: string; stamp: string }[] = await this.db.query(
      `select f.path, ${stampOf('f')} as stamp from feeds f where f.path = any($1::text[])`,
      [paths],
    );
    return new Map(rows.map(({ path, stamp }) => [path, stamp]));
  }

  /** The bytes of one version in one encoding; undefined when they have been removed since. */
  async bytes(versionId: string, encoding: FeedEncoding): Promise<Buffer | undefined> {
    const [row]: [{ bytes: Buffer }?] = await this.db.query(
      `select ${encoding} as bytes from feed_versions where id = $1`,
      [versionId],
    );
    return row && row.bytes.length > 0 ? row.bytes : undefined;
  }
}

/** Every build that stores anything writes the row: its transaction's number tells two states apart without a column of its own. */
function stampOf(row: string): string {
  return `${row}.xmin::text || '.' || ${row}.built_version || '.' || ${row}.wanted_version`;
}

interface Row extends Record<FeedEncoding, number> {
  stamp: string;
  isGone: boolean;
  pageUrl: string | null;
  hubs: string[];
  movedTo: string | null;
  id: string | null;
  digest: string;
  changedAt: Date;
  validFrom: Date;
}

function toVersion({ id, digest, changedAt, validFrom, identity, gzip, br }: Row): StoredVersion {
  return { versionId: id!, digest, changedAt, validFrom, sizes: { identity, gzip, br } };
}
