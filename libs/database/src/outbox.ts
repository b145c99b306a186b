import type { EntityManager } from 'typeorm';
import { OutboxRow } from './outbox.entity.js';

/** The channel on which the relay is woken; a lost message costs at most one poll of the relay. */
export const outboxChannel = 'estrade_outbox';

/**
 * Writes a fact or the next step of a chain into the outbox, inside the caller's transaction, and wakes
 * the relay at commit. It happens if and only if the transaction commits (`fault:F06`).
 */
export async function announce(manager: EntityManager, name: string, payload: Record<string, unknown>): Promise<void> {
  await manager.insert(OutboxRow, { name, payload: payload as never });
  await manager.query('select pg_notify($1, $2)', [outboxChannel, name]);
}

/** As `announce` for many of one name, in their order, with one message to the relay. */
export async function announceAll(
  manager: EntityManager,
  name: string,
  payloads: readonly Record<string, unknown>[],
): Promise<void> {
  if (payloads.length === 0) return;
  await manager.insert(
    OutboxRow,
    payloads.map((payload) => ({ name, payload: payload as never })),
  );
  await manager.query('select pg_notify($1, $2)', [outboxChannel, name]);
}
