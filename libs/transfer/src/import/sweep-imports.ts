import type { EntityManager } from 'typeorm';

/** So long a look waits for its yes. */
const keptDays = 30;

/**
 * Forgets what was read of feeds that nobody wanted in the end, and of shows that were purged. What came with an import
 * stays. Gives how many imports went.
 */
export async function sweepImports(manager: Pick<EntityManager, 'query'>, now: Date): Promise<number> {
  const before = new Date(now.getTime() - keptDays * 86_400_000);
  const [, count]: [unknown, number] = await manager.query(
    `delete from imports where (show_id in (select id from shows where purged_at is not null))
       or (step in ('look', 'decide') and state in ('needs-you', 'failed', 'cancelled') and updated_at < $1)`,
    [before],
  );
  return count;
}
