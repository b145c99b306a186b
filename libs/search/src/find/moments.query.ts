import type { EpisodeView } from '#libs/catalog';
import type { DataSource } from 'typeorm';
import { fold, openLigatures, wordsSql } from '../passage/fold.js';
import type { Passage, SearchConfig } from '../passage/passage.entity.js';
import { bestHit, cutAround, mayMatch, stemsIn, toPieces, wordsIn } from './marks.plan.js';
import type { ConfigQuery } from './read-queries.js';
import type { Found, Moment } from './search.view.js';

const momentsMax = 3;

type Row = Pick<Passage, 'episodeId' | 'kind' | 'lang' | 'config' | 'startMs' | 'speakers' | 'text' | 'starts'> & {
  count: number;
};

/** What was found in each episode: its best sentences, with the words that were asked for. */
export async function readMoments(
  db: DataSource,
  episodes: readonly EpisodeView[],
  queries: readonly ConfigQuery[],
  isLoose: boolean,
): Promise<Map<string, Found>> {
  if (episodes.length === 0) return new Map();
  const rows = await readRows(db, episodes, queries, isLoose);
  const titles = episodes.flatMap(({ texts }) => texts.map(({ title }) => title));
  const hits = await readHitWords(db, [...rows.map(({ text }) => text), ...titles], queries);
  return new Map(
    episodes.map((episode) => {
      const own = rows.filter(({ episodeId }) => episodeId === episode.id);
      const moments = own.map((row) => toMoment(row, hits));
      return [episode.id, { episode, hits, moments, count: own[0]?.count ?? 0 }];
    }),
  );
}

/** The best of each episode, except its titles, which are read anyway. */
function readRows(
  db: DataSource,
  episodes: readonly EpisodeView[],
  queries: readonly ConfigQuery[],
  isLoose: boolean,
): Promise<Row[]> {
  const parameters: unknown[] = [episodes.map(({ id }) => id)];
  const parts = queries.map(({ config, whole, any }) => {
    parameters.push(isLoose ? any : whole);
    const query = `$${parameters.length}::tsquery`;
    return `select p.*, ts_rank(words, ${query}) as rank from search_passages p
      where episode_id = any($1::uuid[]) and config = '${config}' and kind <> 'title' and words @@ ${query}`;
  });
  return db.query(
    `select episode_id as "episodeId", kind, lang, config, start_ms as "startMs", speakers, text, starts, count::int
     from (select m.*, count(*) over w as count, row_number() over (w order by weight desc, rank desc, position) as n
       from (${parts.join(' union all ')}) m window w as (partition by episode_id)) ranked
     where n <= ${momentsMax} order by episode_id, n`,
    parameters,
  );
}

/** Which words of the texts are among those asked for, as the dictionaries see it: *dates* for *date*. */
async function readHitWords(
  db: DataSource,
  texts: readonly string[],
  queries: readonly ConfigQuery[],
): Promise<ReadonlySet<string>> {
  const stems = queries.flatMap(({ any }) => stemsIn(any));
  const words = wordsIn(texts).filter((word) => mayMatch(fold(word), stems));
  const parameters: unknown[] = [words, words.map(openLigatures), words.map(fold)];
  const conditions = queries.map(({ config, any }: { config: SearchConfig; any: string }) => {
    parameters.push(any);
    return `${wordsSql(`'${config}'`, 'plain', 'folded')} @@ $${parameters.length}::tsquery`;
  });
  const rows: { word: string }[] = await db.query(
    `select word from unnest($1::text[], $2::text[], $3::text[]) as t(word, plain, folded) where ${conditions.join(' or ')}`,
    parameters,
  );
  return new Set(rows.map(({ word }) => word));
}

function toMoment({ kind, lang, startMs, speakers, text, starts }: Row, hits: ReadonlySet<string>): Moment {
  const at = bestHit(text, hits) ?? 0;
  const voice = speakers.findLast((each) => each.at <= at);
  const next = speakers.find((each) => each.at > at)?.at ?? text.length + 1;
  const said = text.slice(voice?.at ?? 0, next - 1);
  const pieces = toPieces(cutAround(said, at - (voice?.at ?? 0)), hits);
  return { kind, lang, speaker: voice?.name ?? '', startMs: momentAt(starts, at) ?? startMs, pieces };
}

/** When the caption at a place of the text begins. */
function momentAt(starts: readonly number[], at: number): number | undefined {
  let found: number | undefined;
  for (let n = 0; n < starts.length && starts[n]! <= at; n += 2) found = starts[n + 1];
  return found;
}
