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

/** Somebody who does not want all in writing, or no translation of what they said. */
export interface UnwrittenRow {
  episodeId: string;
  personId: string;
  isAll: boolean;
  isUntranslated: boolean;
}

/** What `toUnwritten` makes `readUnwritten` of. */
export function unwrittenRows(episodeIds: readonly string[]): Rows<UnwrittenRow> {
  return rowsBy(
    `select episode_id as "episodeId", person_id as "personId",
       coalesce(state = 'withdrawn' or consents->>'transcript' = 'false', false) as "isAll",
       coalesce(state = 'withdrawn' or consents->>'translation' = 'false', false) as "isUntranslated"
     from guest_links where episode_id = any($1::uuid[])
       and (state = 'withdrawn' or consents->>'transcript' = 'false' or consents->>'translation' = 'false')`,
    [episodeIds],
  );
}

export function toUnwritten(rows: readonly UnwrittenRow[]): Map<string, Unwritten> {
  const found = new Map<string, Unwritten>();
  for (const { episodeId, isAll } of rows) {
    if (isAll || !found.has(episodeId)) found.set(episodeId, isAll ? 'all' : 'translations');
  }
  return found;
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
