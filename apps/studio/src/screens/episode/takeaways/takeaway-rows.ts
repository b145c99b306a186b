import { formatTimeCode, parseTimeCode } from '../chapters/time-code';

/** A takeaway as it is being typed. */
export interface TakeawayRow {
  time: string;
  text: string;
}

interface Takeaway {
  text: string;
  atMs: number | null;
}

/** One language's takeaways as one value of the texts' group: plain text that can be compared and kept. */
export function packTakeaways(takeaways: readonly Takeaway[]): string {
  return packRows(takeaways.map(({ text, atMs }) => ({ time: atMs === null ? '' : formatTimeCode(atMs), text })));
}

export function packRows(rows: readonly TakeawayRow[]): string {
  return rows.length ? JSON.stringify(rows.map(({ time, text }) => [time, text])) : '';
}

export function unpackRows(packed: string | undefined): TakeawayRow[] {
  if (!packed) return [];
  return (JSON.parse(packed) as [string, string][]).map(([time, text]) => ({ time, text }));
}

/** What is sent; lines that are still empty stay here. */
export function toTakeaways(packed: string | undefined): Takeaway[] {
  return unpackRows(packed)
    .filter(({ text }) => text.trim() !== '')
    .map(({ time, text }) => ({ text: text.trim(), atMs: time.trim() === '' ? null : (parseTimeCode(time) ?? null) }));
}

/** Which times cannot be read, by row. */
export function findBadTimes(packed: string | undefined): number[] {
  return unpackRows(packed).flatMap(({ time }, i) => (time.trim() && parseTimeCode(time) === undefined ? [i] : []));
}

/** Chapters as a beginning: at most seven, spread over the whole, without what only opens or ends it. */
export function fromChapters(chapters: readonly { startMs: number; title: string }[], most = 7): TakeawayRow[] {
  const inner = chapters.length > 3 ? chapters.slice(1) : [...chapters];
  const step = Math.max(1, inner.length / most);
  const chosen = Array.from({ length: Math.min(most, inner.length) }, (_, i) => inner[Math.floor(i * step)]!);
  return chosen.map(({ startMs, title }) => ({ time: formatTimeCode(startMs), text: title }));
}

/** The rows with one in another place; the same ones where it cannot go further. */
export function moveRow<R>(rows: readonly R[], from: number, to: number): R[] {
  if (to < 0 || to >= rows.length) return [...rows];
  const moved = rows.filter((_, i) => i !== from);
  moved.splice(to, 0, rows[from]!);
  return moved;
}

/** For the dialog that shows two versions beside each other. */
export function showTakeaways(packed: string | undefined): string {
  return unpackRows(packed)
    .map(({ time, text }) => (time ? `${text} (${time})` : text))
    .join('\n');
}
