import type { ChapterView } from '#libs/catalog';
import { limitLine } from '../xml/limit.js';
import { emptyNode, parentNode, type XmlNode } from '../xml/node.js';
import { toAsciiUrl } from '../xml/url.js';

/** The chapters a feed may name: with a title, one for each start, in ascending order (`feed:I27`, `feed:J05`). */
export function toOrderedChapters(chapters: readonly ChapterView[]): ChapterView[] {
  const titled = chapters
    .map((chapter) => ({
      ...chapter,
      startMs: Math.max(0, Math.round(chapter.startMs)),
      title: limitLine(chapter.title, 128),
    }))
    .filter((chapter) => chapter.title)
    .sort((a, b) => a.startMs - b.startMs);
  return titled.filter((chapter, i) => i === 0 || chapter.startMs > titled[i - 1]!.startMs);
}

/** `psc:chapters` (Podlove Simple Chapters 1.2), which Spotify reads (`feed:I27`); nothing without chapters. */
export function toSimpleChapters(chapters: readonly ChapterView[]): XmlNode[] {
  if (chapters.length === 0) return [];
  const children = chapters.map((chapter) =>
    emptyNode('psc:chapter', {
      start: toNormalPlayTime(chapter.startMs),
      title: chapter.title,
      href: toLink(chapter.url),
    }),
  );
  return [parentNode('psc:chapters', children, { version: '1.2' })];
}

/** The JSON chapters 1.2 that `podcast:chapters` points to (`feed:J04` to `feed:J07`), from the same data as `psc:chapters`. */
export function toChaptersJson(chapters: readonly ChapterView[]): {
  version: '1.2.0';
  chapters: { startTime: number; title: string; url?: string }[];
} {
  return {
    version: '1.2.0',
    chapters: toOrderedChapters(chapters).map((chapter) => {
      const url = toLink(chapter.url);
      return { startTime: chapter.startMs / 1000, title: chapter.title, ...(url ? { url } : {}) };
    }),
  };
}

/** `0:04:10` as `00:04:10`, or `04:10` when no chapter begins after the first hour: what apps make into links. */
export function toTimeStamp(ms: number, withHours: boolean): string {
  const total = Math.floor(ms / 1000);
  const parts = [Math.floor(total / 60) % 60, total % 60];
  if (withHours) parts.unshift(Math.floor(total / 3600));
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

function toNormalPlayTime(ms: number): string {
  return `${toTimeStamp(ms, true)}.${String(ms % 1000).padStart(3, '0')}`;
}

function toLink(url: string): string | undefined {
  return /^https?:\/\//i.test(url) && URL.canParse(url) ? toAsciiUrl(url) : undefined;
}
