import type { ChapterView } from '../episode/episode.view.js';

/** A list as people write it under a video: `00:00 Title`, with hours where one begins after the first hour. */
export function writeChapterList(chapters: readonly ChapterView[]): string {
  const withHours = chapters.some(({ startMs }) => startMs >= 3_600_000);
  return chapters.map(({ startMs, title }) => `${stamp(startMs, withHours)} ${title}\n`).join('');
}

/** Podlove Simple Chapters 1.2 as a document of its own (`feed:I27`). */
export function writeSimpleChapters(chapters: readonly ChapterView[]): string {
  const rows = chapters.map(({ startMs, title, url }) => {
    const start = `${stamp(startMs, true)}.${String(Math.floor(startMs % 1000)).padStart(3, '0')}`;
    return `  <psc:chapter start="${start}" title="${escape(title)}"${url ? ` href="${escape(url)}"` : ''}/>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<psc:chapters version="1.2" xmlns:psc="http://podlove.org/simple-chapters">
${rows.join('')}</psc:chapters>
`;
}

function stamp(ms: number, withHours: boolean): string {
  const total = Math.floor(ms / 1000);
  const parts = [Math.floor(total / 60) % 60, total % 60];
  if (withHours) parts.unshift(Math.floor(total / 3600));
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
