import { isOpenSql } from '#libs/catalog';
import type { DataSource } from 'typeorm';
import type { ConfigQuery } from './read-queries.js';
import type { Choice, FilterName, SearchFilters } from './search.view.js';

/** Which episodes say it, and what can be chosen among all that do. */
export interface Hits {
  ids: string[];
  total: number;
  choices: Record<FilterName, Choice[]>;
}

export interface HitsAsk {
  queries: readonly ConfigQuery[];
  filters: SearchFilters;
  at: Date;
  /** From 0. */
  skip: number;
  take: number;
  /** Each word somewhere in the episode, instead of all in one passage. */
  isLoose?: boolean;
}

interface Row {
  ids: string[] | null;
  total: number;
  choices: (Choice & { filter: FilterName })[] | null;
}

/**
 * The episodes of a page of results, ordered by the best place in which they say it, then by how often, then the newest.
 * Whether an episode may be found is asked of the episode itself, at this moment (`abuse:A31`): unlisted, withdrawn, expired
 * ones and those for subscribers are not in it, whatever the passages say.
 */
export async function readHits(db: DataSource, ask: HitsAsk): Promise<Hits> {
  const parameters: unknown[] = [ask.at, ask.take, ask.skip];
  const bind = (value: unknown) => `$${parameters.push(value)}`;
  const text = `
    with found as materialized (${ask.isLoose ? looseSql(ask.queries, bind) : strictSql(ask.queries, bind)}),
    seen as materialized (
      select f.*, c.id as copy_id, s.slug as show, v.slug as event, split_part(lower(c.language), '-', 1) as language,
        extract(year from e.published_at)::int::text as year, e.published_at
      from found f
        join episodes e on e.id = f.episode_id and e.state = 'published' and e.deleted_at is null and e.purged_at is null
        join shows s on s.id = e.show_id and s.deleted_at is null and s.purged_at is null
        join episode_copies c on c.episode_id = e.id and c.kind = 'released'
        left join events v on v.id = e.event_id and v.deleted_at is null
      where ${isOpenSql('c', '$1')}),
    chosen as (select * from seen where ${filterSql(ask.filters, bind)})
    select (select count(*)::int from chosen) as total,
      (select array_agg(episode_id) from (
        select episode_id from chosen order by weight desc, hits desc, published_at desc, episode_id limit $2 offset $3) page) as ids,
      (select json_agg(c) from (${choicesSql}) c) as choices`;
  const [row]: Row[] = await db.query(text, parameters);
  const choices = (filter: FilterName) => (row?.choices ?? []).filter((choice) => choice.filter === filter);
  return {
    ids: row?.ids ?? [],
    total: row?.total ?? 0,
    choices: {
      show: choices('show'),
      guest: choices('guest'),
      event: choices('event'),
      language: choices('language'),
      year: choices('year'),
    },
  };
}

type Bind = (value: unknown) => string;

/** One index for each dictionary. */
function strictSql(queries: readonly ConfigQuery[], bind: Bind): string {
  const parts = queries.map(
    ({ config, whole }) =>
      `select episode_id, weight from search_passages where config = '${config}' and words @@ ${bind(whole)}::tsquery`,
  );
  return `select episode_id, max(weight) as weight, count(*) as hits from (${parts.join(' union all ')}) p group by episode_id`;
}

/** Episodes that have each word, in whatever dictionary. */
function looseSql(queries: readonly ConfigQuery[], bind: Bind): string {
  const count = Math.max(...queries.map(({ each }) => each.length));
  const words = Array.from({ length: count }, (_, n) =>
    queries
      .filter(({ each }) => each.length === count)
      .map(
        ({ config, each }) =>
          `select episode_id from search_passages where config = '${config}' and words @@ ${bind(each[n])}::tsquery`,
      )
      .join(' union '),
  );
  return `select episode_id, 1 as weight, 1::bigint as hits from (${words.map((word) => `(${word})`).join(' intersect ')}) p`;
}

function filterSql({ show, guest, event, language, year }: SearchFilters, bind: Bind): string {
  const conditions = ['true'];
  if (show) conditions.push(`show = ${bind(show)}`);
  if (event) conditions.push(`event = ${bind(event)}`);
  if (language) conditions.push(`language = ${bind(language)}`);
  if (year) conditions.push(`year = ${bind(year)}`);
  if (guest) {
    conditions.push(
      `exists (select 1 from appearances a join persons p on p.id = a.person_id where a.copy_id = seen.copy_id and p.slug = ${bind(guest)})`,
    );
  }
  return conditions.join(' and ');
}

/** What all results are narrowed down by; of people the twenty who are in most. */
const choicesSql = `
  select 'show' as filter, show as value, show as name, count(*)::int as count from seen group by show
  union all select 'event', event, event, count(*)::int from seen where event is not null group by event
  union all select 'language', language, language, count(*)::int from seen group by language
  union all select 'year', year, year, count(*)::int from seen group by year
  union all (select 'guest', p.slug, p.name, count(distinct seen.episode_id)::int
    from seen join appearances a on a.copy_id = seen.copy_id join persons p on p.id = a.person_id and not p.is_hidden
    where a.role <> 'host' group by p.slug, p.name order by 4 desc, 3 limit 20)`;
