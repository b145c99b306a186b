import { cleanLine, cleanText, type FieldProblem, formatTimeCode, parseTimeCode } from '#libs/kernel';
import { readTimeFirst, toLines } from '../chapter/read/list.plan.js';
import type { ChapterView } from './episode.view.js';

export const chaptersMax = 500;
const titleMax = 255;

/**
 * Reads a pasted list, one chapter a line; empty lines are skipped. Lines may be in any order.
 * `problems` name their line (`pasted.3`, counted from 1); with problems nothing should be saved.
 */
export function parseChapters(pasted: string): { chapters: ChapterView[]; problems: FieldProblem[] } {
  const chapters: ChapterView[] = [];
  const problems: FieldProblem[] = [];
  for (const [i, line] of toLines(pasted.slice(0, 200_000)).entries()) {
    if (line === '') continue;
    const path = `pasted.${i + 1}`;
    const said = readTimeFirst(line);
    const startMs = said ? parseTimeCode(said.time) : undefined;
    if (!said || startMs === undefined) {
      problems.push({ path, message: 'error.field.chapter.time', params: { line: i + 1 } });
    } else if (said.title === '') {
      problems.push({ path, message: 'error.field.chapter.title', params: { line: i + 1 } });
    } else {
      chapters.push({ startMs, title: said.title, url: said.url });
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
