import { checkImage, pathOf, textOf } from './channel.rules.js';
import { parseRfc2822 } from './date.js';
import { channelOf, childOf, childrenOf, type Element, itemsOf } from './document.js';
import { findImbalance, readTags } from './html.js';
import { countBytes, duplicates, isAbsolute, itemRule, rule, type Rule, when } from './rule.js';

/** Extension → types that fit it; the first is Apple's. */
const typesOf: Record<string, string[]> = {
  mp3: ['audio/mpeg', 'audio/mp3'],
  m4a: ['audio/x-m4a', 'audio/m4a', 'audio/mp4'],
  mov: ['video/quicktime'],
  mp4: ['video/mp4'],
  m4v: ['video/x-m4v', 'video/m4v'],
  pdf: ['application/pdf'],
};
const safeTags = new Set(['p', 'ol', 'ul', 'li', 'a', 'b', 'i', 'strong', 'em', 'br']);
const dangerousTags = new Set(
  'script style iframe frame frameset object embed form input button textarea select meta link base svg math'.split(
    ' ',
  ),
);

/** Section D of feeds.md: the items. */
export const itemRules: Rule[] = [
  rule('I01', 'MUST', (feed) => when(feed.root !== undefined && itemsOf(feed).length === 0, 'no episode')),
  itemRule('I02', 'MUST', (item) => when(!textOf(item, 'title'), 'no title')),
  itemRule('I03', 'MUST', (item) => {
    const enclosures = childrenOf(item, 'enclosure');
    const lacking = ['url', 'length', 'type'].filter((name) => !enclosures[0]?.attributes[name]);
    return when(enclosures.length !== 1 || lacking.length > 0, `${enclosures.length} enclosures, lacking ${lacking}`);
  }),
  itemRule('I04', 'MUST', (item) => {
    const length = enclosureOf(item, 'length');
    return when(!/^[1-9]\d*$/.test(length), `length is ${length}`);
  }),
  itemRule('I05', 'MUST', (item) => {
    const [url, type] = [enclosureOf(item, 'url'), enclosureOf(item, 'type')];
    const extension = /\.(\w+)$/.exec(pathOf(url))?.[1]?.toLowerCase() ?? '';
    return when(!typesOf[extension]?.includes(type), `${url} as ${type}`);
  }),
  rule('I06', 'MUST', (feed) => duplicates(itemsOf(feed).map((item) => enclosureOf(item, 'url')))),
  rule('I07', 'MUST', (feed) => {
    const guids = itemsOf(feed).map((item) => textOf(item, 'guid'));
    return [...when(guids.includes(''), 'an item without guid'), ...duplicates(guids)];
  }),
  itemRule('I08', 'MUST', (item) => {
    const guid = childOf(item, 'guid');
    return when(guid !== undefined && guid.attributes.isPermaLink !== 'false' && !isAbsolute(guid.text), 'no URL');
  }),
  itemRule('I09', 'MUST', (item) =>
    childrenOf(item, 'pubDate').flatMap((date) => when(!parseRfc2822(date.text), `pubDate is ${date.text}`)),
  ),
  rule('I10', 'SHOULD', (feed, { now }) =>
    itemsOf(feed).flatMap((item) => {
      const date = parseRfc2822(textOf(item, 'pubDate'));
      return when(!date || date > now, `pubDate is ${textOf(item, 'pubDate') || 'missing'}`);
    }),
  ),
  rule('I11', 'SHOULD', (feed) => {
    if (textOf(channelOf(feed), 'itunes:type') === 'serial') return [];
    const dates = itemsOf(feed).map((item) => Number(parseRfc2822(textOf(item, 'pubDate'))));
    return when(
      dates.some((date, i) => i > 0 && date > dates[i - 1]!),
      'not newest first',
    );
  }),
  itemRule('I12', 'SHOULD', (item) =>
    when(!textOf(item, 'description') && !textOf(item, 'content:encoded'), 'no description'),
  ),
  itemRule('I13', 'MUST', (item) => {
    const html = childOf(item, 'description')?.text ?? '';
    return [
      ...when(countBytes(html) > 4000, `description has ${countBytes(html)} bytes`),
      ...when(/<[a-zA-Z/][^<>]*$|&#?\w*$/.test(html), 'description is cut inside a tag or an entity'),
      ...when(/\ufffd…?(<[^>]*>)*$/.test(html), 'description is cut inside a character'),
    ];
  }),
  itemRule('I14', 'SHOULD', (item) => {
    const description = childOf(item, 'description');
    const tags = readTags(description?.text ?? '');
    return [
      ...when(tags.length > 0 && !description!.hasCdata, 'HTML outside CDATA'),
      ...tags.filter((tag) => !safeTags.has(tag.name)).map((tag) => `<${tag.name}> in description`),
    ];
  }),
  itemRule('I15', 'MUST', (item) =>
    htmlOf(item)
      .flatMap(readTags)
      .flatMap((tag) => [
        ...when(dangerousTags.has(tag.name), `<${tag.name}>`),
        ...Object.entries(tag.attributes).flatMap(([name, value]) =>
          when(/^on/.test(name) || isDangerousLink(value), `${name}="${value.slice(0, 40)}"`),
        ),
      ]),
  ),
  itemRule('I16', 'SHOULD', (item) =>
    htmlOf(item).flatMap((html) => [
      ...[findImbalance(html)].filter((problem) => problem !== undefined),
      ...readTags(html)
        .filter((tag) => tag.name === 'a' && !tag.isClosing)
        .filter((tag) => !/^(https?:\/\/|mailto:)/i.test(tag.attributes.href ?? ''))
        .map((tag) => `link to ${tag.attributes.href}`),
    ]),
  ),
  itemRule('I17', 'SHOULD', (item) =>
    when(!/^\d+$/.test(textOf(item, 'itunes:duration')), `duration is ${textOf(item, 'itunes:duration')}`),
  ),
  itemRule('I18', 'MUST', (item) =>
    childrenOf(item, 'itunes:duration').flatMap((duration) =>
      when(!/^(\d+|(\d+:)?[0-5]?\d:[0-5]\d)$/.test(duration.text), `duration is ${duration.text}`),
    ),
  ),
  itemRule('I19', 'MUST', (item) =>
    childrenOf(item, 'itunes:explicit').flatMap((explicit) =>
      when(explicit.text !== 'true' && explicit.text !== 'false', `itunes:explicit is ${explicit.text}`),
    ),
  ),
  itemRule('I20', 'SHOULD', (item) => when(!childOf(item, 'itunes:explicit'), 'no itunes:explicit')),
  itemRule('I21', 'MUST', (item) => {
    const type = childOf(item, 'itunes:episodeType')?.text ?? 'full';
    return [
      ...['itunes:episode', 'itunes:season']
        .flatMap((key) => childrenOf(item, key))
        .flatMap((n) => when(!/^[1-9]\d*$/.test(n.text), `${n.key} is ${n.text}`)),
      ...when(!['full', 'trailer', 'bonus'].includes(type), `itunes:episodeType is ${type}`),
    ];
  }),
  rule('I22', 'SHOULD', (feed) =>
    duplicates(
      itemsOf(feed)
        .filter((item) => (textOf(item, 'itunes:episodeType') || 'full') === 'full' && textOf(item, 'itunes:episode'))
        .map((item) => `season ${textOf(item, 'itunes:season')}, episode ${textOf(item, 'itunes:episode')}`),
    ),
  ),
  itemRule('I23', 'SHOULD', (item) =>
    when(/^\s*(#\d+|(ep(isode|\.)?|épisode)\s*\.?\s*\d+)\s*[:.–-]/i.test(textOf(item, 'title')), 'number in the title'),
  ),
  itemRule('I24', 'SHOULD', (item) => when(!isAbsolute(textOf(item, 'link')), 'no link')),
  itemRule('I25', 'MUST', (item) => checkImage(childOf(item, 'itunes:image'), false)),
  itemRule('I26', 'SHOULD', (item) => {
    const summary = textOf(item, 'itunes:summary');
    return when(summary !== '' && summary === textOf(item, 'description'), 'itunes:summary copies description');
  }),
  itemRule('I27', 'MUST', (item) => childrenOf(item, 'psc:chapters').flatMap(checkSimpleChapters)),
  itemRule('I28', 'SHOULD', (item) => {
    const type = enclosureOf(item, 'type');
    return when(!Object.values(typesOf).some(([apple]) => apple === type), `Apple does not list ${type}`);
  }),
];

export function enclosureOf(item: Element, name: string): string {
  return childOf(item, 'enclosure')?.attributes[name] ?? '';
}

function htmlOf(item: Element): string[] {
  return ['description', 'content:encoded'].flatMap((key) => childrenOf(item, key)).map((element) => element.text);
}

function isDangerousLink(value: string): boolean {
  return /^(javascript|data|vbscript):/i.test(value.replace(/[\u0000-\u0020]/g, ''));
}

function checkSimpleChapters(chapters: Element): string[] {
  const starts = childrenOf(chapters, 'psc:chapter').map((chapter) => readPlayTime(chapter.attributes.start ?? ''));
  return [
    ...when(!/^1(\.\d+)?$/.test(chapters.attributes.version ?? ''), `version ${chapters.attributes.version}`),
    ...when(
      childrenOf(chapters, 'psc:chapter').some((chapter) => !chapter.attributes.title?.trim()),
      'a chapter without title',
    ),
    ...when(
      starts.some((start) => start === undefined),
      'a start that is no normal play time',
    ),
    ...when(
      starts.some((start, i) => i > 0 && start! <= starts[i - 1]!),
      'starts do not ascend',
    ),
  ];
}

function readPlayTime(text: string): number | undefined {
  const parts = /^(?:(?:(\d+):)?([0-5]?\d):)?(\d+)(\.\d{1,3})?$/.exec(text);
  if (!parts) return undefined;
  const [, hours = '0', minutes = '0', seconds, fraction = '0'] = parts;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) + Number(fraction);
}
