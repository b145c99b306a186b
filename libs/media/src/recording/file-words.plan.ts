import { isDeepStrictEqual } from 'node:util';
import type { RenderOrder } from './render-order.js';
import type { Revision } from './revision.entity.js';

/** The part of an order that a finished file can still be given without touching its sound. */
type Words = Pick<RenderOrder, 'tags' | 'chapters' | 'coverKey'>;

/**
 * Whether a revision's file says what the order wants. So does a file that was made without an order, and one that
 * could not be given this order: what nobody can write must not keep anything from being published.
 */
export function saysWhat(wanted: Words, { order, refusedOrder }: Pick<Revision, 'order' | 'refusedOrder'>): boolean {
  return !order['tags'] || isSame(order, wanted) || (refusedOrder !== null && isSame(refusedOrder, wanted));
}

function isSame(stored: Record<string, unknown>, wanted: Words): boolean {
  const { tags, chapters, coverKey } = stored as unknown as Words;
  return isDeepStrictEqual({ tags, chapters, coverKey: coverKey ?? null }, toWords(wanted));
}

function toWords({ tags, chapters, coverKey }: Words): Words {
  return { tags, chapters, coverKey };
}
