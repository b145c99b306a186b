import { announceAll } from '#libs/database';
import { newId } from '#libs/kernel';
import type { EntityManager } from 'typeorm';
import { planPieces } from './piece.jobs.js';

/** Orders a look at the pieces of everything inside a show, in the background. */
export async function planInside(manager: EntityManager, showId: string): Promise<void> {
  const inside: { subject: string; subjectId: string }[] = await manager.query(
    `select 'event' as subject, id as "subjectId" from events where show_id = $1
     union all select 'episode', id from episodes where show_id = $1 and (state = 'published' or is_announced)
     union all select 'link', l.id from guest_links l join episodes e on e.id = l.episode_id where e.show_id = $1`,
    [showId],
  );
  const orders = inside.map((each) => ({ ...each, isBulk: inside.length > 20, version: newId() }));
  await announceAll(manager, planPieces.name, orders);
}
