import { setImmediate as pause } from 'node:timers/promises';
import type { FeedDocument } from '../diff/feed-document.xml.js';
import { startReading } from '../diff/feed-document.xml.js';

/** Characters read before others get their turn: some five milliseconds of work. */
const piece = 128 * 1024;

/** A stored feed, read without holding up what else the process does; the items of several pages in their order. */
export async function readDocument(pages: readonly Buffer[]): Promise<FeedDocument> {
  const documents: FeedDocument[] = [];
  for (const page of pages) documents.push(await readPage(page.toString('utf8')));
  return { channel: documents[0]?.channel ?? {}, items: documents.flatMap(({ items }) => items) };
}

async function readPage(xml: string): Promise<FeedDocument> {
  const reader = startReading();
  for (let at = 0; at < xml.length; at += piece) {
    reader.write(xml.slice(at, at + piece));
    await pause();
  }
  return reader.end();
}
