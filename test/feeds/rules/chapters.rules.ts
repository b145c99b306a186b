import { ask } from './ask.js';
import { textOf } from './channel.rules.js';
import { childrenOf, type FeedDocument, itemsOf, parseFeed } from './document.js';
import { type Finding, isAbsolute, type Level, when } from './rule.js';

interface Chapter {
  startTime?: unknown;
  title?: unknown;
  url?: unknown;
  img?: unknown;
  toc?: unknown;
  endTime?: unknown;
  location?: { name?: unknown; geo?: unknown };
}

/** The ids of the rules below. */
export const chapterRuleIds = ['J01', 'J02', 'J03', 'J04', 'J05', 'J06', 'J07', 'J08'] as const;

/** Rules J01 to J08 for every `podcast:chapters` of a feed. */
export async function checkChapters(source: string | Buffer | FeedDocument): Promise<Finding[]> {
  const feed = typeof source === 'string' || Buffer.isBuffer(source) ? parseFeed(Buffer.from(source)) : source;
  const links = itemsOf(feed).flatMap((item) =>
    childrenOf(item, 'podcast:chapters').map(({ attributes: { url = '', type = '' } }) => ({
      ...{ url, type, duration: Number(textOf(item, 'itunes:duration')) || Infinity },
    })),
  );
  const all = await Promise.all(links.map(({ url, type, duration }) => checkFile(url, type, duration)));
  return all.flat();
}

async function checkFile(url: string, type: string, duration: number): Promise<Finding[]> {
  const { status, headers, body } = await ask(url, { origin: 'https://player.example' });
  const found = (id: string, level: Level, problems: string[]): Finding[] =>
    problems.map((problem) => ({ id, level, problem: `${url}: ${problem}` }));
  const served = (headers['content-type'] ?? '').split(';')[0]!;
  return [
    ...found('J01', 'MUST', when(status !== 200, `${status}`)),
    ...found('J02', 'MUST', when(!/^application\/json/.test(served), `type is ${served}`)),
    ...found('J03', 'SHOULD', when(served !== type, `type is ${served}, announced as ${type}`)),
    ...checkBody(body.toString(), duration, found),
    ...found('J08', 'SHOULD', when(headers['access-control-allow-origin'] !== '*', 'no cross-origin reads')),
  ];
}

function checkBody(
  text: string,
  duration: number,
  found: (id: string, level: Level, problems: string[]) => Finding[],
): Finding[] {
  const file = parse(text);
  const chapters = Array.isArray(file?.chapters) ? (file.chapters as Chapter[]) : undefined;
  if (typeof file?.version !== 'string' || !chapters) return found('J04', 'MUST', ['no version and chapters']);
  const starts = chapters.map((chapter) => chapter.startTime);
  const isOrdered = starts.every(
    (start, i) => typeof start === 'number' && start >= 0 && (i === 0 || start >= Number(starts[i - 1])),
  );
  const urls = chapters.flatMap((chapter) => [chapter.url, chapter.img]).filter((url) => url !== undefined);
  return [
    ...found('J05', 'MUST', when(!isOrdered, 'startTime is not numeric and ascending')),
    ...found('J06', 'SHOULD', [
      ...when(
        chapters.some((c) => c.toc !== false && !c.title),
        'a chapter without title',
      ),
      ...when(
        chapters.some((c) => c.endTime !== undefined && !(Number(c.endTime) > Number(c.startTime))),
        'a chapter ends before it starts',
      ),
      ...when(
        chapters.some((c) => Number(c.startTime) > duration || Number(c.endTime ?? 0) > duration + 1),
        'a chapter leaves the episode',
      ),
    ]),
    ...found('J07', 'MUST', [
      ...when(
        urls.some((url) => !isAbsolute(String(url))),
        'an address that is not absolute',
      ),
      ...when(
        chapters.some(({ location }) => location !== undefined && !(location.name && location.geo)),
        'a location without name or geo',
      ),
    ]),
  ];
}

function parse(text: string): { version?: unknown; chapters?: unknown } | undefined {
  try {
    return JSON.parse(text) as { version?: unknown; chapters?: unknown };
  } catch {
    return undefined;
  }
}
