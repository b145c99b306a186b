import { cleanLine } from '#libs/kernel';
import { chapterRemark, lostParts, type ReadChapters, toStartMs } from '../imported-chapters.js';

/** Labels of an editor such as Audacity: start, end and title in a line, parted by tabs, times in seconds. */
export const label = /^\s*(\d+(?:[.,]\d+)?)\t(\d+(?:[.,]\d+)?)\t(.*)$/;

export function readLabels(text: string): ReadChapters {
  const read: ReadChapters = { chapters: [], problems: [], lost: [] };
  let ends = 0;
  for (const [i, line] of text.split(/\r\n?|\n/).entries()) {
    const [, start, end, title = ''] = label.exec(line) ?? [];
    const startMs = toStartMs(start);
    // The lines of frequencies that follow a label begin with a backslash.
    if (line.trim() === '' || line.startsWith('\\')) continue;
    if (startMs === undefined) read.problems.push(chapterRemark(i + 1, 'time'));
    else if (cleanLine(title) === '') read.problems.push(chapterRemark(i + 1, 'title'));
    else read.chapters.push({ startMs, title: cleanLine(title), url: '' });
    if (end !== undefined && end !== start) ends += 1;
  }
  return { ...read, lost: lostParts({ ends }) };
}

/** A cue sheet: `TITLE` and `INDEX 01 mm:ss:ff` of each `TRACK`, 75 frames a second. */
export function readCueSheet(text: string): ReadChapters {
  const read: ReadChapters = { chapters: [], problems: [], lost: [] };
  let title: string | null = null;
  for (const [i, line] of text.split(/\r\n?|\n/).entries()) {
    const words = cleanLine(line.slice(0, 1000));
    if (/^TRACK\s/i.test(words)) title = '';
    else if (title !== null) {
      const named = /^TITLE "?(.*?)"?$/i.exec(words);
      if (named) title = cleanLine(named[1]!);
      const [, m, s, f] = /^INDEX 01 (\d{1,4}):([0-5]\d):([0-7]\d)$/i.exec(words) ?? [];
      if (m === undefined) continue;
      const startMs = Math.round((Number(m) * 60 + Number(s) + Number(f) / 75) * 1000);
      if (title === '') read.problems.push(chapterRemark(i + 1, 'title'));
      else read.chapters.push({ startMs, title, url: '' });
    }
  }
  return read;
}
