import { Addresses } from '#libs/catalog';
import { buildFeedXml } from '#libs/feeds';
import { readFile, writeFile } from 'node:fs/promises';
import { fullFeedView } from './full-view.js';
import { checkFeed } from './rules/check.js';
import { eventFeedView, showFeedView, toFeedView } from './views.js';

const addresses = new Addresses('https://pod.example');
const folder = new URL('./golden/', import.meta.url);

/** A line for each element, so that a change can be read; the feed itself has none between elements. */
const toLines = (xml: string) =>
  `${xml.replace(/(<!\[CDATA\[[\s\S]*?\]\]>)|<(?=[a-z])/g, (_, cdata?: string) => cdata ?? '\n<')}\n`;

describe('a golden feed', () => {
  it.each([
    ['show', showFeedView],
    ['event', eventFeedView],
    ['full', fullFeedView],
  ])('of a %s changes only on purpose (UPDATE_GOLDEN=1 writes it anew)', async (name, view) => {
    const built = buildFeedXml(toFeedView(view(), addresses), addresses, new Date('2026-11-22T10:00:00Z'));
    const file = new URL(`${name}.xml`, folder);
    if (process.env.UPDATE_GOLDEN) await writeFile(file, toLines(built.xml));
    const golden = await readFile(file, 'utf8');
    expect(toLines(built.xml)).toBe(golden);
    expect(checkFeed(golden)).toEqual([]);
  });
});
