import type { Timeline } from '#libs/ffmpeg';
import { findMoment, findNext, isBefore, type Moment, type SoundTime, toComparable } from './time-shift.plan.js';

/** A chapter of a working copy, in the time of the sound that it plays. */
export interface TimedChapter {
  startMs: number;
  title: string;
  url: string;
  /** Where it was set, when it begins elsewhere because the sound there is cut out. */
  anchor: Moment | null;
}

/** A chapter whose whole part is cut out of the sound. Plain JSON. */
export interface LostChapter {
  anchor: Moment;
  title: string;
  url: string;
  /** The original whose time `anchor` is in: in another one it cannot be found again. */
  originalKey: string | null;
}

export interface ShiftedChapters {
  chapters: TimedChapter[];
  lost: LostChapter[];
}

/**
 * Chapters moved from one sound to the next. Each begins at the first moment of its part that is left; a part of which
 * nothing is left is lost, and comes back with the sound. A list that began at 0 goes on beginning there, also before
 * an intro, since apps want that (`feed:J05`). `from` null: times are those of the recording as it was sent.
 */
export function shiftChapters(
  chapters: readonly TimedChapter[],
  lost: readonly LostChapter[],
  from: SoundTime | null,
  to: SoundTime,
): ShiftedChapters {
  const [old, now] = from ? toComparable(from, to) : [null, to.timeline];
  const isSameOriginal = !from || from.originalKey === to.originalKey;
  const findable = lost.filter((chapter) => chapter.originalKey === to.originalKey);
  const items: Item[] = [
    ...findable.map(({ anchor, title, url }) => ({ anchor, title, url })),
    ...chapters.map(({ startMs, title, url, anchor }) => ({
      ...{ title, url },
      anchor: (isSameOriginal && anchor) || (old ? findMoment(old, startMs) : { source: 'recording', ms: startMs }),
    })),
  ];
  items.sort((a, b) => (isBefore(a.anchor, b.anchor) ? -1 : isBefore(b.anchor, a.anchor) ? 1 : 0));
  const placed = items.map((item, i) => ({ item, at: place(now, item.anchor, items[i + 1]?.anchor) }));
  const kept = placed.flatMap(({ item, at }) => (at === null ? [] : [{ item, at }]));
  const beganAtZero = chapters.some(({ startMs }) => startMs === 0);
  return {
    chapters: kept.map(({ item, at }, i) => toTimed(item, i === 0 && beganAtZero ? 0 : at, to.timeline)),
    lost: [
      ...lost.filter((chapter) => !findable.includes(chapter)),
      ...placed.flatMap(({ item, at }) => (at === null ? [{ ...item, originalKey: to.originalKey }] : [])),
    ],
  };
}

interface Item {
  anchor: Moment;
  title: string;
  url: string;
}

/** When a part that begins at `anchor` and ends at `end` begins to be heard; null: never. */
function place(timeline: Timeline, anchor: Moment, end: Moment | undefined): number | null {
  const next = findNext(timeline, anchor);
  return next && (!end || isBefore(next.moment, end)) ? next.ms : null;
}

function toTimed({ anchor, title, url }: Item, startMs: number, timeline: Timeline): TimedChapter {
  const here = findMoment(timeline, startMs);
  const isThere = here.source === anchor.source && here.ms === anchor.ms;
  return { startMs, title, url, anchor: isThere ? null : anchor };
}
