import type { PayloadOf, Work } from '#libs/queue';
import type { DataSource, EntityManager } from 'typeorm';
import { KitPieces, notMade } from './kit-pieces.js';
import { makePiece } from './piece.jobs.js';
import { planOf } from './plan-subscriptions.js';
import { noItem } from './piece-of-kit.entity.js';

/** What rows wait for although it may have been lost. Clips have a reconciler of their own. */
export async function findUnmade(manager: EntityManager): Promise<Work[]> {
  const rows: { pieceId: string; inputHash: string }[] = await manager.query(
    `select id as "pieceId", input_hash as "inputHash" from pieces_of_kit
     where state in ('wanted', 'making') and kind not like 'clip%' and updated_at < now() - interval '30 seconds'
     order by updated_at limit 200`,
  );
  return rows.map((payload) => ({ job: makePiece, payload }));
}

/** Whatever is public and has no card yet: after an upgrade, or a lost order. A few at a time. */
export async function findWithoutCard(manager: EntityManager): Promise<Work[]> {
  const rows: { subject: 'show' | 'event' | 'episode' | 'person'; id: string }[] = await manager.query(
    `select * from (
       select 'show' as subject, id from shows where deleted_at is null and purged_at is null
       union all select 'event', id from events where deleted_at is null
       union all select 'episode', id from episodes where state = 'published' and deleted_at is null and purged_at is null
       union all select distinct 'person', a.person_id from appearances a
         join episode_copies c on c.id = a.copy_id and c.kind = 'released'
         join episodes e on e.id = c.episode_id and e.state = 'published' and e.deleted_at is null
     ) s where not exists (select 1 from pieces_of_kit p where p.subject = s.subject and p.subject_id = s.id)
     order by random() limit 200`,
  );
  return [planOf('site', noItem), ...rows.map(({ subject, id }) => planOf(subject, id, '', true))];
}

/** The queue gives up on a piece: its row says so, and the next change tries again. */
export async function onPieceParked(dataSource: DataSource, name: string, payload: unknown): Promise<void> {
  if (name !== makePiece.name) return;
  const { pieceId, inputHash } = payload as PayloadOf<typeof makePiece>;
  await dataSource.transaction((manager) => KitPieces.failed(manager, { id: pieceId, inputHash }, notMade));
}
