import { type Work, workFor } from '#libs/queue';
import type { EntityManager } from 'typeorm';
import { copyItem, lookAtFeed, makeImported } from './import.jobs.js';

/** What the rows of imports still wait for: what a reconciler gives to a queue that was lost. */
export async function findUnimported(manager: Pick<EntityManager, 'query'>): Promise<Work[]> {
  const imports: { importId: string; attempt: number; step: 'look' | 'make' }[] = await manager.query(
    `select id as "importId", attempt, step from imports
     where state in ('waiting', 'running') and step in ('look', 'make') and updated_at < now() - interval '30 seconds'
       and (step = 'look' or show_id is not null)
     order by id limit 100`,
  );
  const items: { itemId: string; importId: string; attempt: number }[] = await manager.query(
    `select i.id as "itemId", i.import_id as "importId", i.attempt from import_items i join imports m on m.id = i.import_id
     where m.state = 'running' and m.step = 'copy' and i.state in ('waiting', 'running')
       and i.updated_at < now() - interval '30 seconds'
     order by i.position limit 500`,
  );
  return [
    ...imports.map(({ step, ...payload }) => workFor(step === 'make' ? makeImported : lookAtFeed, payload)),
    ...items.map((payload) => workFor(copyItem, payload)),
  ];
}
