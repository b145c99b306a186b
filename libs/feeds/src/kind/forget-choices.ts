import type { EntityManager } from 'typeorm';

/** Removes the feeds whose listener's choice is forgotten. */
export async function forgetChoices(manager: Pick<EntityManager, 'query'>): Promise<void> {
  await manager.query(
    `delete from feeds f where f.kind = 'personal' and not exists (select 1 from selections s where s.id = f.subject_id)`,
  );
}
