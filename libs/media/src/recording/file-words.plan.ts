import { isDeepStrictEqual } from 'node:util';
import type { RenderOrder } from './render-order.js';
import type { Revision } from './revision.entity.js';

/** The part of an order that a finished file can still be given without touching its sound. */
type Words = Pick<RenderOrder, 'tags' | 'chapters' | 'coverKey'>;

/**
 * Whether a revision's file says what the order wants, or need not: a file that was made without an order, one that was
 * taken back as it was, and one that could not be given this order, since what nobody can write must not keep anything
 * from being published.
 */
export function saysWhat(
  wanted: Words,
  { order, refusedOrder, origin }: Pick<Revision, 'order' | 'refusedOrder' | 'origin'>,
): boolean {
  return origin === 'rollback' || hasWords(wanted, { order, refusedOrder });
}

/** Whether the file itself says it, or has nothing to say or could not be told. */
export function hasWords(wanted: Words, { order, refusedOrder }: Pick<Revision, 'order' | 'refusedOrder'>): boolean {
  return !order['tags'] || isSame(order, wanted) || (refusedOrder !== null && isSame(refusedOrder, wanted));
}

function isSame(stored: Record<string, unknown>, wanted: Words): boolean {
  const { tags, chapters, coverKey } = stored as unknown as Words;
  return isDeepStrictEqual({ tags, chapters, coverKey: coverKey ?? null }, toWords(wanted));
}

function toWords({ tags, chapters, coverKey }: Words): Words {
  return { tags, chapters, coverKey };
}
