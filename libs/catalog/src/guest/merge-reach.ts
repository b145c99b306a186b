import { type Actor, EstradeError, hasRole, isId, type Role } from '#libs/kernel';
import type { DataSource, EntityManager } from 'typeorm';

const makers: readonly Role[] = ['owner', 'producer', 'editor'];

/** 403: pages and feeds of shows would change in which this actor may change nothing. */
export class MergeElsewhere extends EstradeError {
  constructor(shows: number) {
    const message =
      'They also appear in shows in which you are not an editor. Ask whoever owns the instance to merge them.';
    super('MERGE_ELSEWHERE', 403, message, { shows });
  }
}

/** How many shows these persons host or appear in where the actor is neither owner, producer nor editor. */
export async function countElsewhere(
  actor: Actor,
  db: DataSource | EntityManager,
  personIds: readonly string[],
): Promise<number> {
  const shows: { id: string }[] = await db.query(
    `select s.id from shows s where s.purged_at is null and (s.host_ids && $1::uuid[] or exists (
       select 1 from episodes e where e.show_id = s.id and e.purged_at is null and (
         exists (select 1 from episode_copies c join appearances a on a.copy_id = c.id
           where c.episode_id = e.id and a.person_id = any($1::uuid[]))
         or exists (select 1 from guest_links l where l.episode_id = e.id and l.person_id = any($1::uuid[])))))`,
    [personIds.filter(isId)],
  );
  return shows.filter(({ id }) => !hasRole(actor, id, makers)).length;
}

/** @throws MergeElsewhere unless the actor is an editor of every show concerned, or owns the instance. */
export async function refuseElsewhere(actor: Actor, manager: EntityManager, ids: readonly string[]): Promise<void> {
  const shows = await countElsewhere(actor, manager, ids);
  if (shows > 0) throw new MergeElsewhere(shows);
}
