import { isSameTime, type SoundTime, type Span, toSpans } from './time-shift.plan.js';

/** How links to a moment go on leading there when the sound has been cut, or begins with an intro. */
export interface TimeLinks {
  /** The first release, whose times a link without a version (`&r=`) means. */
  first: number;
  /** What links carry from now on; null: the times are still those of the first release. */
  version: number | null;
  /** Earlier releases with other times: what of them is where now. */
  older: { revisions: number[]; spans: Span[] }[];
}

/** A release by its number. */
interface Release {
  number: number;
  time: SoundTime;
}

/** @param released everything that listeners got, in the order of release. */
export function toTimeLinks(current: Release, released: readonly Release[]): TimeLinks {
  const others = released.filter(({ number }) => number !== current.number);
  const first = released[0] ?? current;
  const older: TimeLinks['older'] = [];
  for (const { number, time } of others) {
    if (isSameTime(time, current.time)) continue;
    const spans = toSpans(time, current.time);
    const known = older.find((each) => JSON.stringify(each.spans) === JSON.stringify(spans));
    if (known) known.revisions.push(number);
    else older.push({ revisions: [number], spans });
  }
  const isMoved = older.some(({ revisions }) => revisions.includes(first.number));
  return { first: first.number, version: isMoved ? current.number : null, older };
}

/** Where a moment of an earlier release is now: itself, or the next that is left, or the end. Milliseconds. */
export function toNow(links: TimeLinks, revision: number | null, ms: number): number {
  const asked = revision ?? links.first;
  const spans = links.older.find(({ revisions }) => revisions.includes(asked))?.spans;
  if (!spans) return ms;
  const span = spans.find(({ fromMs, lengthMs }) => ms < fromMs + lengthMs);
  const last = spans.at(-1);
  if (span) return span.toMs + Math.max(0, ms - span.fromMs);
  return last ? last.toMs + last.lengthMs : 0;
}
