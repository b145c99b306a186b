import type { LostChapter, TimedChapter } from './chapter-shift.plan.js';
import { findMoment, type SoundTime } from './time-shift.plan.js';

/** A chapter that is heard at another time than where it is in the recording; `toMs` null: its part is cut out. */
export interface ChapterMove {
  title: string;
  fromMs: number;
  toMs: number | null;
}

/** What the cuts and pieces of a sound did to its chapters, in order; those within pieces have no time in the recording. */
export function toChapterMoves(
  chapters: readonly TimedChapter[],
  lost: readonly LostChapter[],
  { timeline, originalKey }: SoundTime,
): ChapterMove[] {
  const moved = chapters.flatMap(({ title, startMs, anchor }) => {
    const { source, ms } = anchor ?? findMoment(timeline, startMs);
    return source === 'recording' && ms !== startMs ? [{ title, fromMs: ms, toMs: startMs }] : [];
  });
  const gone = lost
    .filter((chapter) => chapter.originalKey === originalKey && chapter.anchor.source === 'recording')
    .map(({ title, anchor }) => ({ title, fromMs: anchor.ms, toMs: null }));
  return [...moved, ...gone].sort((a, b) => a.fromMs - b.fromMs);
}
