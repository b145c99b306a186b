import { type EpisodeView, toNow } from '#libs/catalog';
import { parseTimeCode } from '#libs/kernel';
import { isRevisionNumber } from '../media/published-file.js';

/** A moment that an address names (`ux:V-06`), for browsers that run no script: milliseconds, and in whose time. */
export interface AskedMoment {
  ms: number;
  endMs?: number;
  release: number | null;
}

/** `?t=600`, `?t=10m`, `?t=10:00`, `?t=600&end=660`, `?t=600,660`, each with `&r=` or without; undefined for anything else. */
export function readMoment(query: unknown): AskedMoment | undefined {
  const { t, end, r } = (query ?? {}) as { t?: unknown; end?: unknown; r?: unknown };
  const [from, to] = typeof t === 'string' && t.length <= 40 ? t.split(',') : [];
  const ms = toMs(from);
  if (!ms) return undefined;
  const endMs = toMs(to ?? end);
  const release = typeof r === 'string' && isRevisionNumber(r) ? Number(r) : null;
  return endMs !== undefined && endMs > ms ? { ms, endMs, release } : { ms, release };
}

/** What makes a page that begins there another one. */
export function keyOf(moment: AskedMoment | undefined): string {
  return moment ? ` ${moment.ms} ${moment.endMs ?? ''} ${moment.release}` : '';
}

/** Seconds of the present release, to a tenth; nothing for a moment that is not in it. */
export function toStart(
  { ms, endMs, release }: AskedMoment,
  { enclosure, timeLinks }: EpisodeView,
): { startAt?: number; endAt?: number } {
  const now = (asked: number) => (timeLinks ? toNow(timeLinks, release, asked) : asked);
  const start = now(ms);
  if (!enclosure || start >= enclosure.durationMs || start === 0) return {};
  const end = endMs === undefined ? 0 : Math.min(now(endMs), enclosure.durationMs);
  return { startAt: toSeconds(start), ...(end > start && { endAt: toSeconds(end) }) };
}

function toMs(text: unknown): number | undefined {
  const ms = typeof text === 'string' && text.length <= 20 ? parseTimeCode(text) : undefined;
  return ms !== undefined && Number.isSafeInteger(ms) ? ms : undefined;
}

function toSeconds(ms: number): number {
  return Math.round(ms / 100) / 10;
}
