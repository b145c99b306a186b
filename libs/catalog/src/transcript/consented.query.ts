import { readAtOnce, type Rows, rowsBy } from '#libs/database';
import type { DataSource, EntityManager } from 'typeorm';

/** What an episode's guests have said no to: `all` that is said, or only its `translations`. */
export type Unwritten = 'all' | 'translations';

/**
 * The episodes of these whose words, or whose translations, somebody in them does not want in writing, or not any more
 * (`ux:G-03`). Who was not asked or has not answered has said nothing against it.
 */
export async function readUnwritten(
  db: DataSource | EntityManager,
  episodeIds: readonly string[],
): Promise<Map<string, Unwritten>> {
  if (episodeIds.length === 0) return new Map();
  return toUnwritten((await readAtOnce(db, { unwritten: unwrittenRows(episodeIds) })).unwritten);
}

interface Row {
  episodeId: string;
  isAll: boolean;
}

/** What `toUnwritten` makes `readUnwritten` of. */
export function unwrittenRows(episodeIds: readonly string[]): Rows<Row> {
  return rowsBy(
    `select episode_id as "episodeId", bool_or(state = 'withdrawn' or consents->>'transcript' = 'false') as "isAll"
     from guest_links where episode_id = any($1::uuid[])
       and (state = 'withdrawn' or consents->>'transcript' = 'false' or consents->>'translation' = 'false')
     group by episode_id`,
    [episodeIds],
  );
}

export function toUnwritten(rows: readonly Row[]): Map<string, Unwritten> {
  return new Map(rows.map(({ episodeId, isAll }) => [episodeId, isAll ? 'all' : 'translations']));
}

/** Those of an episode's texts that may be shown. @param language of the recording; every other text is a translation. */
export function keepWritten<T extends { lang: string }>(
  texts: readonly T[],
  language: string,
  unwritten: Unwritten | undefined,
): T[] {
  if (unwritten === 'all') return [];
  return texts.filter(({ lang }) => unwritten === undefined || base(lang) === base(language));
}

function base(tag: string): string {
  return tag.split('-')[0]!.toLowerCase();
}
