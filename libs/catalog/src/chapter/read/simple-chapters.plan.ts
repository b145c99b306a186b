import { SaxesParser } from 'saxes';
import { chapterRemark, lostParts, type ReadChapters, toStartMs } from '../imported-chapters.js';

/**
 * Podlove Simple Chapters, alone or within a feed: the first list that there is. A broken document gives what stands
 * before the break. Document types and entities of its own are not followed (`abuse:A09`).
 */
export function readSimpleChapters(text: string): ReadChapters {
  const read: ReadChapters = { chapters: [], problems: [], lost: [] };
  let [lists, images, depth] = [0, 0, 0];
  const parser = new SaxesParser({ xmlns: false });
  parser.on('opentag', ({ name, attributes }) => {
    const local = name.slice(name.indexOf(':') + 1).toLowerCase();
    if (local === 'chapters') {
      lists += 1;
      depth += 1;
    }
    if (local !== 'chapter' || depth === 0 || lists > 1) return;
    const startMs = toStartMs(attributes['start']);
    const title = String(attributes['title'] ?? '').trim();
    if (startMs === undefined) read.problems.push(chapterRemark(parser.line, 'time'));
    else if (title === '') read.problems.push(chapterRemark(parser.line, 'title'));
    else read.chapters.push({ startMs, title, url: String(attributes['href'] ?? '').trim() });
    if (attributes['image']) images += 1;
  });
  parser.on('closetag', ({ name }) => {
    if (/(^|:)chapters$/i.test(name)) depth -= 1;
  });
  parser.on('doctype', () => void read.problems.push(chapterRemark(parser.line, 'doctype')));
  try {
    parser.write(text.trimStart()).close();
  } catch {
    read.problems.push(chapterRemark(parser.line, 'xml'));
  }
  read.lost = lostParts({ images, lists: Math.max(0, lists - 1) });
  return read;
}
