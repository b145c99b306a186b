import { cleanLine, cleanText, type FieldProblem, formatTimeCode, parseTimeCode } from '#libs/kernel';
import type { ChapterView } from './episode.view.js';

export const chaptersMax = 500;
const titleMax = 255;

/** A time code at the head of a line, in brackets or after a bullet, then the title: `(15:33) Title`, `- 1:02:03 — Title`. */
const line = /^[\s•*–—-]*[[(]?\s*((?:\d{1,3}:)?\d{1,3}:[0-5]\d(?:[.,]\d{1,3})?)\s*[\])]?[\s:.|•–—-]*(.*)$/u;

/**
 * Reads a pasted list, one chapter a line; empty lines are skipped. Lines may be in any order.
 * `problems` name their line (`pasted.3`, counted from 1); with problems nothing should be saved.
 */
export function parseChapters(pasted: string): { chapters: ChapterView[]; problems: FieldProblem[] } {
  const chapters: ChapterView[] = [];
  const problems: FieldProblem[] = [];
  for (const [i, raw] of pasted
    .slice(0, 200_000)
    .split(/\r\n?|\n/)
    .entries()) {
    if (raw.trim() === '') continue;
    const path = `pasted.${i + 1}`;
    const [, code, rest = ''] = line.exec(raw) ?? [];
    const startMs = code === undefined ? undefined : parseTimeCode(code);
    if (startMs === undefined) {
      problems.push({ path, message: 'error.field.chapter.time', params: { line: i + 1 } });
    } else if (cleanLine(rest) === '') {
      problems.push({ path, message: 'error.field.chapter.title', params: { line: i + 1 } });
    } else {
      chapters.push({ startMs, title: cleanLine(rest), url: '' });
    }
  }
  return { chapters: sorted(chapters), problems: problems.length ? problems : findChapterProblems(sorted(chapters)) };
}

/** Chapters ready to be saved: cleaned and in order. */
export function cleanChapters(chapters: readonly ChapterView[]): ChapterView[] {
  return sorted(chapters.map(({ startMs, title, url }) => ({ startMs, title: cleanLine(title), url: cleanText(url) })));
}

/** What is wrong with chapters that are in order; none: they may be saved. */
export function findChapterProblems(chapters: readonly ChapterView[]): FieldProblem[] {
  if (chapters.length > chaptersMax) {
    return [
      { path: 'chapters', message: 'error.field.chapter.many', params: { max: chaptersMax, n: chapters.length } },
    ];
  }
  return chapters.flatMap((chapter, i) => {
    const path = `chapters.${i}`;
    const at = formatTimeCode(chapter.startMs);
    if (chapter.title === '')
      return [{ path: `${path}.title`, message: 'error.field.chapter.untitled', params: { at } }];
    if (chapter.title.length > titleMax) {
      return [{ path: `${path}.title`, message: 'error.field.chapter.titleLong', params: { at, max: titleMax } }];
    }
    if (chapter.url !== '' && !/^https?:\/\//.test(chapter.url)) {
      return [{ path: `${path}.url`, message: 'error.field.wrongAddress' }];
    }
    if (i > 0 && chapters[i - 1]!.startMs === chapter.startMs) {
      return [{ path: `${path}.startMs`, message: 'error.field.chapter.twice', params: { at } }];
    }
    return [];
  });
}

function sorted(chapters: readonly ChapterView[]): ChapterView[] {
  return [...chapters].sort((a, b) => a.startMs - b.startMs);
}
