import { childrenOf, type Element, namespaceUris, walk } from './document.js';
import { rule, type Rule, when } from './rule.js';

const rssElements: Record<string, string[]> = {
  rss: ['channel'],
  channel:
    'title link description language copyright managingEditor webMaster pubDate lastBuildDate category generator docs cloud ttl image rating textInput skipHours skipDays item'.split(
      ' ',
    ),
  item: 'title link description author category comments enclosure guid pubDate source'.split(' '),
  image: 'url title link width height description'.split(' '),
  // It has the children of an item.
  'podcast:liveItem': 'title link description author category comments enclosure guid pubDate source'.split(' '),
};
const once: Record<string, string[]> = {
  channel:
    'title link description language copyright pubDate lastBuildDate generator ttl image itunes:author itunes:explicit itunes:image itunes:owner itunes:type itunes:new-feed-url itunes:complete itunes:block itunes:title'.split(
      ' ',
    ),
  item: 'title link description guid enclosure pubDate author content:encoded itunes:explicit itunes:image itunes:duration itunes:episode itunes:season itunes:episodeType itunes:title itunes:summary itunes:block psc:chapters'.split(
    ' ',
  ),
};
const itunesElements: Record<string, string[]> = {
  channel:
    'author block category complete explicit image new-feed-url owner summary subtitle title type keywords'.split(' '),
  item: 'author block duration episode episodeType explicit image season summary subtitle title keywords'.split(' '),
  'itunes:owner': ['name', 'email'],
  'itunes:category': ['category'],
};
const leaked = /^(undefined|null|NaN)$|\[object Object\]|\/undefined(\/|$|\.)|\bundefined=|Invalid Date/;

/** Section A of feeds.md: XML and structure. */
export const structureRules: Rule[] = [
  rule('X01', 'MUST', (feed) => when(feed.error !== undefined, feed.error ?? '')),
  rule('X02', 'MUST', ({ root }) =>
    when(
      root !== undefined &&
        (root.key !== 'rss' || root.attributes.version !== '2.0' || childrenOf(root, 'channel').length !== 1),
      'the root is not <rss version="2.0"> with one channel',
    ),
  ),
  rule('X03', 'MUST', (feed) => [
    ...when(!feed.isUtf8, 'the bytes are not UTF-8'),
    ...when(feed.declaredEncoding?.toLowerCase() !== 'utf-8', 'the declaration does not say UTF-8'),
  ]),
  rule('X04', 'MUST', (feed) => (feed.root ? checkNamespaces(feed.namespaces, feed.root) : [])),
  rule('X05', 'SHOULD', (feed) => [
    ...when(feed.text.startsWith('\ufeff'), 'begins with a byte order mark'),
    ...when(feed.hasDoctype, 'has a DOCTYPE'),
  ]),
  rule('X06', 'SHOULD', (feed) =>
    leaves(feed.root).flatMap((leaf) =>
      when(leaf.text !== leaf.text.trim(), `<${leaf.key}> has white space around it`),
    ),
  ),
  rule('X07', 'MUST', (feed) =>
    [...walk(feed.root)].flatMap(({ element, parent }) => {
      if (!parent || /[:{]/.test(element.key)) return [];
      const allowed = rssElements[parent.key] ?? [];
      return when(!allowed.includes(element.key), `<${element.key}> is not defined in <${parent.key}>`);
    }),
  ),
  rule('X08', 'MUST', (feed) =>
    [...walk(feed.root)].flatMap(({ element }) =>
      (once[element.key] ?? []).flatMap((key) => {
        const count = childrenOf(element, key).length;
        return when(count > 1, `<${key}> occurs ${count} times in <${element.key}>`);
      }),
    ),
  ),
  rule('X09', 'MUST', (feed) =>
    [...walk(feed.root)].flatMap(({ element }) => {
      const values = [...Object.values(element.attributes), element.children.length > 0 ? '' : element.text];
      return values
        .filter((value) => leaked.test(value) || (element.key === 'enclosure' && value === 'false'))
        .map((value) => `<${element.key}> says ${value.slice(0, 60)}`);
    }),
  ),
  rule('X10', 'SHOULD', (feed) =>
    leaves(feed.root)
      .filter((leaf) => isDoubleEscaped(leaf))
      .map((leaf) => `<${leaf.key}> is escaped twice: ${leaf.text.slice(0, 60)}`),
  ),
  rule('X11', 'MUST', (feed) =>
    [...walk(feed.root)].flatMap(({ element, parent }) => {
      if (!parent || !element.key.startsWith('itunes:')) return [];
      const allowed = itunesElements[parent.key] ?? [];
      return when(!allowed.includes(element.key.slice(7)), `<${element.key}> does not belong into <${parent.key}>`);
    }),
  ),
  rule('X12', 'SHOULD', (feed) =>
    leaves(feed.root)
      .filter((leaf) => !['description', 'content:encoded', 'itunes:summary', 'podcast:txt'].includes(leaf.key))
      .flatMap((leaf) => when([...leaf.text].length > 255, `<${leaf.key}> has ${[...leaf.text].length} characters`)),
  ),
];

function leaves(root: Element | undefined): Element[] {
  return [...walk(root)].map(({ element }) => element).filter((element) => element.children.length === 0);
}

function checkNamespaces(declared: Record<string, string>, root: Element): string[] {
  const uses = new Set([...walk(root)].map(({ element }) => element.key.split(':')[0]));
  const needed = ['itunes', 'podcast', 'atom', ...(uses.has('content') ? ['content'] : [])];
  const uris = Object.values(declared);
  const known = Object.values(namespaceUris);
  const loose = (uri: string) =>
    uri
      .toLowerCase()
      .replace(/^https?:/, '')
      .replace(/\/$/, '');
  return [
    ...needed
      .filter((prefix) => !uris.includes(namespaceUris[prefix]!))
      .map((prefix) => `${prefix} is not declared exactly`),
    ...uris
      .filter((uri) => !known.includes(uri) && known.some((k) => loose(k) === loose(uri)))
      .map((uri) => `${uri} is nearly, but not exactly, a known namespace`),
  ];
}

/** In a title any entity is one too many; in HTML only an escaped tag of the simple kinds is. */
function isDoubleEscaped(leaf: Element): boolean {
  if (['description', 'content:encoded', 'itunes:summary'].includes(leaf.key)) {
    return /&lt;\/?(p|br|a|ul|ol|li|b|i|strong|em)\b|&amp;(amp|lt|gt|quot|#\d+);/.test(leaf.text);
  }
  return /&(amp|lt|gt|quot|apos|nbsp|#\d+|#x[0-9a-f]+);/i.test(leaf.text);
}
