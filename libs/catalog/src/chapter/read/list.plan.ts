import { cleanLine, parseTimeCode } from '#libs/kernel';
import { chapterRemark, type ReadChapters } from '../imported-chapters.js';

const time = String.raw`((?:\d{1,3}:)?\d{1,3}:[0-5]\d(?:[.,]\d{1,3})?)`;
/** `(15:33) Title`, `- 1:02:03 — Title`, `1. 0:00 Title`. */
const timeFirst = new RegExp(String.raw`^[\s•*#–—-]*(?:\d{1,3}[.)]\s+)?[[(]?\s*${time}\s*[\])]?[\s:.|•–—-]*(.*)$`, 'u');
/** `Title - 15:33`, `Title (1:02:03)`. */
const timeLast = new RegExp(String.raw`^(.*[^\s:.|•–—([-])[\s:.|•–—-]+[[(]?${time}[\])]?\s*$`, 'u');

/**
 * A list of times and titles, also with other text around it, as under a video. Times stand first in every line or
 * last in every line. Lines between chapters that are none are named; the text around is not.
 */
export function readList(text: string): ReadChapters {
  const lines = toLines(text);
  const first = lines.map(readTimeFirst);
  const isFirst = first.some((found) => found !== null);
  const found = isFirst ? first : lines.map(readTimeLast);
  const [begin, end] = [found.findIndex(Boolean), found.findLastIndex(Boolean)];
  const read: ReadChapters = { chapters: [], problems: [], lost: [] };
  for (const [i, each] of found.entries()) {
    if (!each) {
      if (i > begin && i < end && lines[i]!.trim() !== '') read.problems.push(chapterRemark(i + 1, 'time'));
      continue;
    }
    const startMs = parseTimeCode(each.time);
    const { title, url } = each;
    if (startMs === undefined) read.problems.push(chapterRemark(i + 1, 'time'));
    else if (title === '') read.problems.push(chapterRemark(i + 1, 'title'));
    else read.chapters.push({ startMs, title, url });
  }
  return read;
}

/** Lines cleaned, and cut where none is that long. */
export function toLines(text: string): string[] {
  return text.split(/\r\n?|\n/).map((line) => cleanLine(line.slice(0, 1000)));
}

/** What a clean line says whose time stands first, not yet checked; null: it is no chapter. */
export function readTimeFirst(line: string): { time: string; title: string; url: string } | null {
  const [, time, said] = timeFirst.exec(line) ?? [];
  return time === undefined ? null : { time, ...apart(said!) };
}

function readTimeLast(line: string): { time: string; title: string; url: string } | null {
  const [, said, time] = timeLast.exec(line) ?? [];
  return time === undefined ? null : { time, ...apart(said!) };
}

/** An address at the end of a title is the chapter's link. */
function apart(said: string): { title: string; url: string } {
  const title = cleanLine(said);
  const at = title.lastIndexOf(' ');
  const url = /^[[(<]?(https?:\/\/[^\s<>()[\]]+)[\])>]?$/.exec(title.slice(at + 1))?.[1];
  return at > 0 && url ? { title: title.slice(0, at).replace(/ ?[:|–—-]$/u, ''), url } : { title, url: '' };
}
