import type { FieldProblem } from '#libs/kernel';
import type { ChapterView } from '../episode/episode.view.js';

export const chapterFormats = ['list', 'psc', 'json', 'labels', 'cue', 'file'] as const;
export type ChapterFormat = (typeof chapterFormats)[number];

/** What a chapter here does not have and the source had; in words: `studio.chapters.lost.<what>`. */
export type LostPart = 'images' | 'ends' | 'silent' | 'places' | 'lists';

/** What one reader found. `problems` name the line (`text.3`) that was left out. */
export interface ReadChapters {
  chapters: ChapterView[];
  problems: FieldProblem[];
  lost: { what: LostPart; n: number }[];
}

/** One remark about a line, counted from 1. */
export function chapterRemark(line: number, code: string, params: FieldProblem['params'] = {}): FieldProblem {
  return { path: `text.${line}`, message: `error.field.chapter.${code}`, params: { line, ...params } };
}

/** Normal play time, `1:02:03.5`, or seconds, as number or text; undefined for what is none. */
export function toStartMs(value: unknown): number | undefined {
  if (typeof value === 'number')
    return Number.isFinite(value) && value >= 0 && value < 1e6 ? Math.round(value * 1000) : undefined;
  if (typeof value !== 'string') return undefined;
  const found = /^\s*(?:(?:(\d{1,3}):)?(\d{1,3}):)?(\d{1,7}(?:\.\d{1,9})?)\s*$/.exec(value.replace(',', '.'));
  if (!found) return undefined;
  const [, h = '0', m = '0', s = '0'] = found;
  return Math.round((Number(h) * 3600 + Number(m) * 60 + Number(s)) * 1000);
}

/** Counts of parts that are lost; none where nothing is. */
export function lostParts(counts: Partial<Record<LostPart, number>>): ReadChapters['lost'] {
  return Object.entries(counts).flatMap(([what, n]) => (n > 0 ? [{ what: what as LostPart, n }] : []));
}
