import type { FieldProblem } from '#libs/kernel';
import { chaptersMax, cleanChapters } from '../episode/chapters.plan.js';
import type { ChapterView } from '../episode/episode.view.js';
import { chapterRemark, type ChapterFormat, type ReadChapters } from './imported-chapters.js';
import { readJsonChapters } from './read/json.plan.js';
import { readList } from './read/list.plan.js';
import { label, readCueSheet, readLabels } from './read/marks.plan.js';
import { readSimpleChapters } from './read/simple-chapters.plan.js';

/** Chapters that may be saved as they are, and what was left out of the source to get there. */
export interface ImportedChapters extends ReadChapters {
  format: ChapterFormat;
}

/** Of a whole feed or a long description with chapters in it. */
const sourceMax = 2_000_000;
const titleMax = 255;

/**
 * Chapters of a list of times and titles, of Podlove Simple Chapters, JSON chapters, labels of an editor or a cue
 * sheet; which it is follows from what it says. Nothing is thrown: what cannot be read is in `problems`.
 */
export function importChapters(text: string): ImportedChapters {
  const source = text.replace(/^\ufeff/, '').slice(0, sourceMax);
  const format = detectChapterFormat(source);
  return { format, ...toSaveable(readers[format](source)) };
}

/** By what it says, not by what it is called. */
function detectChapterFormat(text: string): Exclude<ChapterFormat, 'file'> {
  const head = text.trimStart();
  if (head.startsWith('<')) return 'psc';
  if (/^\{|^\[\s*[{\]]/.test(head)) return 'json';
  const lines = text.split(/\r\n?|\n/, 200);
  if (lines.some((line) => label.test(line))) return 'labels';
  return lines.some((line) => /^\s*INDEX\s+01\s/i.test(line)) ? 'cue' : 'list';
}

/** Cleaned, in order, one at a time, as many as may be kept; the rest is named. */
export function toSaveable({ chapters, problems, lost }: ReadChapters): ReadChapters {
  const cut: FieldProblem[] = [];
  const kept: ChapterView[] = [];
  for (const [i, chapter] of cleanChapters(chapters).entries()) {
    const url = /^https?:\/\//.test(chapter.url) ? chapter.url.slice(0, 2000) : '';
    if (chapter.url && !url) cut.push(chapterRemark(i + 1, 'noLink', { title: chapter.title.slice(0, 60) }));
    if (kept.at(-1)?.startMs === chapter.startMs) {
      cut.push(chapterRemark(i + 1, 'sameTime', { title: chapter.title.slice(0, 60) }));
    } else if (kept.length < chaptersMax && chapter.title) {
      kept.push({ ...chapter, title: chapter.title.slice(0, titleMax).toWellFormed(), url });
    }
  }
  if (chapters.length > chaptersMax) cut.push(chapterRemark(1, 'many', { max: chaptersMax, n: chapters.length }));
  return { chapters: kept, problems: [...problems, ...cut].slice(0, 50), lost };
}

const readers: Record<Exclude<ChapterFormat, 'file'>, (text: string) => ReadChapters> = {
  list: readList,
  psc: readSimpleChapters,
  json: readJsonChapters,
  labels: readLabels,
  cue: readCueSheet,
};
