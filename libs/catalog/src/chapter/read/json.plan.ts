import { chapterRemark, lostParts, type ReadChapters, toStartMs } from '../imported-chapters.js';

/** JSON chapters 1.2 of the podcast namespace, and the lists of players and of ffprobe. Silent chapters are left out. */
export function readJsonChapters(text: string): ReadChapters {
  const read: ReadChapters = { chapters: [], problems: [], lost: [] };
  const list = toList(parse(text));
  if (!list) return { ...read, problems: [chapterRemark(1, 'json')] };
  const counts = { images: 0, ends: 0, silent: 0, places: 0 };
  for (const [i, value] of list.slice(0, 5000).entries()) {
    const chapter = isObject(value) ? value : {};
    const startMs = toStartMs(chapter['startTime'] ?? chapter['start_time'] ?? chapter['start']);
    const title = titleOf(chapter);
    if (startMs === undefined) read.problems.push(chapterRemark(i + 1, 'noStart', { n: i + 1 }));
    else if (chapter['toc'] === false) counts.silent += 1;
    else if (title === '') read.problems.push(chapterRemark(i + 1, 'title'));
    else read.chapters.push({ startMs, title, url: textOf(chapter['url'] ?? chapter['href']) });
    if (chapter['img'] || chapter['image']) counts.images += 1;
    if (chapter['endTime'] !== undefined) counts.ends += 1;
    if (chapter['location']) counts.places += 1;
  }
  return { ...read, lost: lostParts(counts) };
}

function titleOf(chapter: Record<string, unknown>): string {
  const tags = isObject(chapter['tags']) ? chapter['tags'] : {};
  return textOf(chapter['title'] ?? tags['title']);
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function toList(value: unknown): unknown[] | undefined {
  const list = isObject(value) && !Array.isArray(value) ? value['chapters'] : value;
  return Array.isArray(list) ? list : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
