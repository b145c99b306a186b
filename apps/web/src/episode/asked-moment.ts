import { type EpisodeView, toNow } from '#libs/catalog';
import { parseTimeCode } from '#libs/kernel';
import { isRevisionNumber } from '../media/published-file.js';

/** A moment that an address names (`ux:V-06`), for browsers that run no script: milliseconds, and in whose time. */
export interface AskedMoment {
  ms: number;
  release: number | null;
}

/** `?t=600`, `?t=10m`, `?t=10:00`, each with `&r=` or without; undefined for anything else. */
export function readMoment(query: unknown): AskedMoment | undefined {
  const { t, r } = (query ?? {}) as { t?: unknown; r?: unknown };
  const ms = typeof t === 'string' && t.length <= 20 ? parseTimeCode(t) : undefined;
  if (!ms || !Number.isSafeInteger(ms)) return undefined;
  return { ms, release: typeof r === 'string' && isRevisionNumber(r) ? Number(r) : null };
}

/** What makes a page that begins there another one. */
export function keyOf(moment: AskedMoment | undefined): string {
  return moment ? ` ${moment.ms} ${moment.release}` : '';
}

/** Whole seconds of the present release; 0 for a moment that is not in it. */
export function toStart({ ms, release }: AskedMoment, { enclosure, timeLinks }: EpisodeView): number {
  const now = timeLinks ? toNow(timeLinks, release, ms) : ms;
  return enclosure && now < enclosure.durationMs ? Math.floor(now / 1000) : 0;
}
