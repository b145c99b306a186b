import { type DataSource, type EntityManager } from 'typeorm';
import type { MovedRows } from './person-merge.entity.js';

/** Everything that points to a person in one column, by the name under which a merge remembers its rows. */
const single = {
  appearances: { table: 'appearances', unless: '' },
  quotes: { table: 'quotes', unless: '' },
  corrections: { table: 'corrections', unless: '' },
  // One link an episode: where both have one, each stays with whom it was made for.
  links: {
    table: 'guest_links',
    unless: `and not exists (select 1 from guest_links o where o.episode_id = t.episode_id and o.person_id = $2)`,
  },
} as const;

/** The same for lists of persons: nobody is put in twice. */
const lists = {
  hosts: { table: 'shows', column: 'host_ids' },
  clips: { table: 'clips', column: 'person_ids' },
  selections: { table: 'selections', column: 'person_ids' },
} as const;

/** Points every row of one person to the other; gives which they were. */
export async function moveRows(manager: EntityManager, from: string, to: string): Promise<MovedRows> {
  const moved: Record<string, string[]> = {};
  for (const [name, { table, unless }] of Object.entries(single)) {
    moved[name] = await ids(manager, `update ${table} t set person_id = $2 where person_id = $1 ${unless}`, [from, to]);
  }
  for (const [name, { table, column }] of Object.entries(lists)) {
    const change = `update ${table} t set ${column} = array_replace(${column}, $1::uuid, $2::uuid)`;
    const where = `where $1::uuid = any(${column}) and not $2::uuid = any(${column})`;
    moved[name] = await ids(manager, `${change} ${where}`, [from, to]);
  }
  await moveApprovals(manager, moved['clips']!, from, to);
  return moved as unknown as MovedRows;
}

/** The way back, of the rows that are still where the merge put them. */
export async function moveBack(manager: EntityManager, moved: MovedRows, from: string, to: string): Promise<void> {
  for (const [name, { table }] of Object.entries(single)) {
    const rows = moved[name as keyof typeof single] ?? [];
    const where = `where person_id = $1 and id = any($3::uuid[])`;
    await manager.query(`update ${table} set person_id = $2 ${where}`, [from, to, rows]);
  }
  for (const [name, { table, column }] of Object.entries(lists)) {
    const rows = moved[name as keyof typeof lists] ?? [];
    const change = `update ${table} set ${column} = array_replace(${column}, $1::uuid, $2::uuid)`;
    await manager.query(`${change} where $1::uuid = any(${column}) and id = any($3::uuid[])`, [from, to, rows]);
  }
  await moveApprovals(manager, moved.clips, from, to);
}

/** The episodes in which both appear: whoever sits there twice is two people. */
export async function findBoth(
  db: DataSource | EntityManager,
  a: string,
  b: string,
): Promise<{ episodeId: string; showId: string; title: string }[]> {
  return db.query(
    `select distinct on (e.id) e.id as "episodeId", e.show_id as "showId", coalesce(x.title, '') as title
     from appearances one join appearances two on two.copy_id = one.copy_id and two.person_id = $2
     join episode_copies c on c.id = one.copy_id join episodes e on e.id = c.episode_id and e.purged_at is null
     left join episode_texts x on x.copy_id = c.id
     where one.person_id = $1 order by e.id, x.title desc nulls last limit 20`,
    [a, b],
  );
}

async function moveApprovals(manager: EntityManager, clips: readonly string[], from: string, to: string) {
  await manager.query(
    `update clips set approvals = approvals - $1::text || jsonb_build_object($2::text, approvals -> $1::text)
     where id = any($3::uuid[]) and approvals ? $1::text and not approvals ? $2::text`,
    [from, to, clips],
  );
}

async function ids(manager: EntityManager, update: string, parameters: string[]): Promise<string[]> {
  const [rows]: [{ id: string }[], number] = await manager.query(`${update} returning t.id`, parameters);
  return rows.map(({ id }) => id);
}
