import { EpisodeQuery, TranscriptQuery, type TranscriptView } from '#libs/catalog';
import type { Clock } from '#libs/kernel';
import type { Handler, PayloadOf } from '#libs/queue';
import type { DataSource, EntityManager } from 'typeorm';
import { configOf, fold, openLigatures, wordsSql } from './fold.js';
import { type PassageForm, toPassages, weights } from './passages.plan.js';
import { SearchEntry } from './search-entry.entity.js';
import type { indexEpisode } from './search.jobs.js';

export interface IndexDeps {
  readonly dataSource: DataSource;
  readonly clock: Clock;
}

/** Writes the passages of what everybody may hear now, in place of those before; of anything else there are none. */
export function makeIndexEpisode({ dataSource, clock }: IndexDeps): Handler<PayloadOf<typeof indexEpisode>> {
  return async ({ episodeId, version }) => {
    const passages = await readPassages(dataSource, clock, episodeId);
    await dataSource.transaction(async (manager) => {
      const where = { episodeId };
      const entry = await manager.findOne(SearchEntry, { where, lock: { mode: 'pessimistic_write' } });
      // A later wish was quicker.
      if (!entry || entry.done >= version) return;
      await manager.query('delete from search_passages where episode_id = $1', [episodeId]);
      for (let at = 0; at < passages.length; at += 500)
        await insert(manager, episodeId, at, passages.slice(at, at + 500));
      await manager.update(SearchEntry, where, { done: version });
    });
  };
}

async function readPassages(db: DataSource, clock: Clock, episodeId: string): Promise<PassageForm[]> {
  const episode = await new EpisodeQuery(db, clock).byId(episodeId);
  if (!episode || episode.isUnlisted) return [];
  const query = new TranscriptQuery(db);
  const transcripts: TranscriptView[] = [];
  for (const { lang } of episode.transcripts) {
    const found = await query.released(episodeId, lang);
    if (found) transcripts.push(found);
  }
  return toPassages(episode, transcripts);
}

async function insert(
  manager: EntityManager,
  episodeId: string,
  from: number,
  passages: readonly PassageForm[],
): Promise<void> {
  const rows = passages.map((passage, index) => ({
    ...passage,
    position: from + index,
    weight: weights[passage.kind],
    config: configOf(passage.lang),
    plain: openLigatures(passage.text),
    folded: fold(passage.text),
  }));
  await manager.query(
    `insert into search_passages (episode_id, position, weight, kind, lang, config, start_ms, text, starts, speakers, words)
     select $1, r.position, r.weight, r.kind, r.lang, r.config, r."startMs", r.text, r.starts, r.speakers,
       ${wordsSql('r.config', 'r.plain', 'r.folded')}
     from jsonb_to_recordset($2::jsonb) as r (position int, weight smallint, kind text, lang text, config text,
       "startMs" int, text text, starts int[], speakers jsonb, plain text, folded text)`,
    [episodeId, JSON.stringify(rows)],
  );
}
