import { createHash } from 'node:crypto';
import { ask, askThrough } from './ask.js';
import { childOf, childrenOf, type Element, type FeedDocument, itemsOf } from './document.js';
import { type Id3Chapter, readId3Chapters } from './id3.js';
import { enclosureOf } from './item.rules.js';
import { type Finding, when } from './rule.js';
import { checkServed, served, type ServedRule, toDocument } from './served-rule.js';

/** The rules of section F that look at an item's files together: chapters in the sound, and the same sound in other files. */
export const fileRules: readonly ServedRule<Element>[] = [
  served('N12', 'SHOULD', async (item) => {
    const link = childOf(item, 'podcast:chapters')?.attributes.url;
    if (enclosureOf(item, 'type') !== 'audio/mpeg' || !link) return [];
    const { body } = await askThrough(enclosureOf(item, 'url'), { range: 'bytes=0-262143' });
    const tag = readId3Chapters(body);
    if (!tag || (tag.chapters.length === 0 && !tag.hasList)) return [];
    const json = JSON.parse((await ask(link)).body.toString()) as { chapters: { startTime: number; title: string }[] };
    return [
      ...when(!tag.hasList, 'CHAP without CTOC'),
      ...when(new Set(tag.chapters.map(({ id }) => id)).size !== tag.chapters.length, 'a CHAP id twice'),
      ...when(
        tag.chapters.some(({ startMs, endMs }, i) => endMs < startMs || startMs < (tag.chapters[i - 1]?.startMs ?? 0)),
        'CHAP is not in order',
      ),
      ...when(!isSame(tag.chapters, json.chapters), 'CHAP and the JSON chapters differ'),
    ];
  }),
  served('N13', 'MUST', async (item) => {
    const problems: string[] = [];
    for (const alternate of childrenOf(item, 'podcast:alternateEnclosure')) {
      for (const source of childrenOf(alternate, 'podcast:source')) {
        problems.push(...(await checkSource(alternate, source.attributes.uri ?? '')));
      }
    }
    return problems;
  }),
];

/** What is wrong with the files of the first items. */
export async function checkFiles(source: string | Buffer | FeedDocument, most = 3): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const item of itemsOf(toDocument(source)).slice(0, most)) {
    findings.push(...(await checkServed(fileRules, item, enclosureOf(item, 'url'))));
  }
  return findings;
}

async function checkSource(alternate: Element, uri: string): Promise<string[]> {
  const head = await askThrough(uri, {}, 'HEAD');
  const { length } = alternate.attributes;
  const integrity = childOf(alternate, 'podcast:integrity')?.attributes;
  const sri = integrity?.type === 'sri' ? /^(sha\d+)-(.+)$/.exec(integrity.value ?? '') : null;
  const isOther =
    sri &&
    createHash(sri[1]!)
      .update((await askThrough(uri)).body)
      .digest('base64') !== sri[2];
  return [
    ...when(head.status !== 200, `${uri} gives ${head.status}`),
    ...when(length !== undefined && head.headers['content-length'] !== length, `${uri} is not ${length} bytes long`),
    ...when(Boolean(isOther), `${uri} has another digest`),
  ];
}

function isSame(tag: readonly Id3Chapter[], json: readonly { startTime: number; title: string }[]): boolean {
  return (
    tag.length === json.length &&
    tag.every(({ startMs, title }, i) => {
      const other = json[i]!;
      return Math.abs(startMs - other.startTime * 1000) <= 1 && title === other.title;
    })
  );
}
