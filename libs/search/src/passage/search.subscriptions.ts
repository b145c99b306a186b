import { type EpisodeFact, episodeFacts, highlightsChanged } from '#libs/catalog';
import { peopleFacts, type PersonFact } from '#libs/people';
import { type Subscriptions, type Work, workFor } from '#libs/queue';
import type { EntityManager } from 'typeorm';
import { indexEpisode } from './search.jobs.js';

/**
 * What is said anew is written anew. What must not be found any more is not, from the moment it is taken back: every
 * search looks at the episodes themselves; here its passages only go.
 */
export const searchSubscriptions: Subscriptions = {
  ...Object.fromEntries(
    // A consent given or taken back, to be read in writing too, is told as a change of highlights.
    [...Object.values(episodeFacts), highlightsChanged].map((fact) => [
      fact,
      [({ episodeId }: EpisodeFact, manager: EntityManager) => wish(manager, [episodeId])],
    ]),
  ),
  [peopleFacts.personChanged]: [
    async ({ personId }: PersonFact, manager: EntityManager) => {
      const rows: { id: string }[] = await manager.query(
        `select distinct c.episode_id as id from appearances a join episode_copies c on c.id = a.copy_id
         where a.person_id = $1 and c.kind = 'released'`,
        [personId],
      );
      return wish(
        manager,
        rows.map(({ id }) => id),
      );
    },
  ],
};

/** Counts a wish for each and answers with its work; episodes that are gone have none. */
async function wish(manager: EntityManager, episodeIds: readonly string[]): Promise<Work[]> {
  const rows: { episodeId: string; version: number }[] = await manager.query(
    `insert into search_entries as s (episode_id)
     select id from episodes where id = any($1::uuid[]) order by id
     on conflict (episode_id) do update set wanted = s.wanted + 1
     returning episode_id as "episodeId", wanted as version`,
    [episodeIds],
  );
  return rows.map((row) => workFor(indexEpisode, row));
}

/** Released episodes that nobody has written down yet, such as imported ones, and wishes that the queue has lost. */
export async function findUnindexed(manager: EntityManager): Promise<Work[]> {
  await manager.query(
    `insert into search_entries (episode_id)
     select e.id from episodes e where e.state = 'published' and e.deleted_at is null
       and not exists (select 1 from search_entries s where s.episode_id = e.id)
     order by e.id limit 500 on conflict do nothing`,
  );
  const rows: { episodeId: string; version: number }[] = await manager.query(
    `select episode_id as "episodeId", wanted as version from search_entries where done < wanted order by asked_at limit 500`,
  );
  return rows.map((row) => workFor(indexEpisode, row));
}
