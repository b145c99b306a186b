import type { EntityManager } from 'typeorm';
import { shortestLongMs } from '../recording/lane.plan.js';

/**
 * How many recordings are worked on before each that waits: those that run in its lane, and those whose turn comes
 * earlier, as shows take turns. In the background everything else comes first. As near as rows can tell.
 */
export async function findPositions(manager: EntityManager): Promise<Map<string, number>> {
  const rows: { id: string; ahead: string }[] = await manager.query(
    `with open as (
       select revisions.id, revisions.state, revisions.created_at, urgency, scope,
         case when urgency = 'batch' then 'batch'
              when origin = 'tags' or duration_ms <= $1 or step in ('receive', 'probe', 'analyse') then 'short'
              else 'long' end as lane
       from revisions join recordings on recordings.id = recording_id
       where revisions.state in ('waiting', 'running')
     ), turns as (
       select *, row_number() over (partition by lane, scope order by state, created_at, id) as turn from open
     ), ranked as (
       select *, row_number() over (partition by lane order by state, turn, created_at, id) - 1
         + case when urgency = 'batch' then (select count(*) from open where urgency = 'now') else 0 end as ahead
       from turns
     )
     select id, ahead from ranked where state = 'waiting'`,
    [shortestLongMs],
  );
  return new Map(rows.map(({ id, ahead }) => [id, Number(ahead)]));
}
