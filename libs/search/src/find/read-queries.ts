import type { DataSource } from 'typeorm';
import { bareSql, fold } from '../passage/fold.js';
import { type SearchConfig } from '../passage/passage.entity.js';
import type { Terms } from './terms.plan.js';

/** A question as Postgres asks it of one dictionary, as the text of a tsquery. */
export interface ConfigQuery {
  config: SearchConfig;
  /** All that is asked. */
  whole: string;
  /** Any of its words: for marks. */
  any: string;
  /** Each word by itself, those that the dictionary leaves out are not among them. */
  each: string[];
}

export const configs = ['english', 'french', 'simple'] as const satisfies readonly SearchConfig[];

/** The question for each dictionary; those in which nothing is left of it (only *the* and *of*) are left out. */
export async function readQueries(
  db: DataSource,
  { question, before, beginning, words }: Terms,
): Promise<ConfigQuery[]> {
  const any = words.join(' OR ');
  const parameters = [
    question,
    fold(question),
    any,
    fold(any),
    before ?? '',
    fold(before ?? ''),
    words,
    words.map(fold),
    beginning,
  ];
  const rows: ConfigQuery[] = await db.query(
    `select config, whole::text, any_of::text as "any",
       array(select ${asked('config', 'w', 'f')}::text from unnest($7::text[], $8::text[]) as t(w, f)
         where numnode(${asked('config', 'w', 'f')}) > 0) as "each"
     from (select config, start,
         ${asked('config', '$1', '$2')} || case when start is null then ''::tsquery
           when $5 = '' then start else ${asked('config', '$5', '$6')} && start end as whole,
         ${asked('config', '$3', '$4')} || coalesce(start, ''::tsquery) as any_of
       from unnest(array['english', 'french', 'simple']) as config,
         (select case when $9 = '' then null else to_tsquery('simple', quote_literal($9) || ':*') end as start) s) q
     where numnode(whole) > 0`,
    parameters,
  );
  return rows;
}

/** A question with its accents taken from the stems, or the question without accents: what was kept is found by either. */
function asked(config: string, text: string, folded: string): string {
  return `(${bareSql(`websearch_to_tsquery(${config}::regconfig, ${text})`)}::tsquery || websearch_to_tsquery(${config}::regconfig, ${folded}))`;
}
