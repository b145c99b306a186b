import { personErased, type PersonErasedFact } from '#libs/catalog';
import type { Subscriptions } from '#libs/queue';
import type { EntityManager } from 'typeorm';

export const importSubscriptions: Subscriptions = { [personErased]: [forgetNames] };

/**
 * What the old feed and its files said of the people and the notes of these episodes and shows goes with an erased
 * person: it was read when they were made, and is shown nowhere since.
 */
async function forgetNames({ episodeIds, showIds }: PersonErasedFact, manager: EntityManager): Promise<[]> {
  await manager.query(
    `update import_items set item = item || '{"persons":[],"summary":"","html":""}',
       file = jsonb_set(file, '{probe,tags}', '{}')
     where episode_id = any($1::uuid[])`,
    [episodeIds],
  );
  await manager.query(`update imports set channel = channel || '{"persons":[]}' where show_id = any($1::uuid[])`, [
    showIds,
  ]);
  return [];
}
