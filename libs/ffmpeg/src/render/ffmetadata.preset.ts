import { cleanText } from '#libs/kernel';
import type { Mp3Chapter, Mp3Tags } from './mp3-tags.js';

/** Writes tags and chapters in ffmpeg's metadata format. Chapters are sorted; those past the end or at a used time go. */
export function toFfmetadata(
  tags: Mp3Tags & Readonly<Record<string, string | undefined>>,
  chapters: readonly Mp3Chapter[],
  durationMs: number,
): string {
  const { albumArtist, ...same } = tags;
  const lines = Object.entries({ ...same, album_artist: albumArtist }).flatMap(([key, value]) => line(key, value));
  return [';FFMETADATA1', ...lines, ...inOrder(chapters, durationMs).flatMap(toChapterLines), ''].join('\n');
}

/** A chapter with its end. */
export interface ChapterSpan extends Mp3Chapter {
  readonly endMs: number;
}

/** Sorted, each up to the next; those past the end or at a used time go. */
export function inOrder(chapters: readonly Mp3Chapter[], durationMs: number): ChapterSpan[] {
  const starts = new Set<number>();
  return [...chapters]
    .map((chapter) => ({ ...chapter, startMs: Math.max(0, Math.round(chapter.startMs)) }))
    .filter(({ startMs }) => startMs < durationMs && !starts.has(startMs) && starts.add(startMs))
    .sort((a, b) => a.startMs - b.startMs)
    .map((chapter, index, all) => ({ ...chapter, endMs: all[index + 1]?.startMs ?? Math.round(durationMs) }));
}

function toChapterLines({ startMs, endMs, title }: ChapterSpan): string[] {
  return ['[CHAPTER]', 'TIMEBASE=1/1000', `START=${startMs}`, `END=${endMs}`, ...line('title', title)];
}

function line(key: string, value: string | undefined): string[] {
  const text = cleanText(value ?? '');
  // The format's own signs and the end of a line are escaped with a backslash.
  return text === '' ? [] : [`${key}=${text.replace(/[=;#\\\n]/g, (sign) => `\\${sign}`)}`];
}
