import { appleCategories } from './apple-categories.js';
import { parseRfc2822 } from './date.js';
import { channelOf, childOf, childrenOf, type Element, itemsOf, walk } from './document.js';
import { isoLanguages } from './iso-languages.js';
import { channelRule, countBytes, isAbsolute, isHttps, rule, type Rule, when } from './rule.js';

const address = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/;

/** Section C of feeds.md: the channel. C21 (paging) is in `paging.rules.ts`. */
export const channelRules: Rule[] = [
  channelRule('C01', 'MUST', (channel) => when(!textOf(channel, 'title'), 'no title')),
  channelRule('C02', 'MUST', (channel) => {
    const bytes = countBytes(textOf(channel, 'description'));
    return [...when(bytes === 0, 'no description'), ...when(bytes > 4000, `description has ${bytes} bytes`)];
  }),
  channelRule('C03', 'MUST', (channel) => {
    const link = textOf(channel, 'link');
    return when(!isAbsolute(link) || link.includes('dylang/node-rss'), `link is ${link || 'missing'}`);
  }),
  channelRule('C04', 'MUST', (channel) => {
    const language = textOf(channel, 'language');
    const parts = /^([a-z]{2})(-[a-z]{2})?$/.exec(language);
    return when(!parts || !isoLanguages.has(parts[1]!), `language is ${language || 'missing'}`);
  }),
  channelRule('C05', 'MUST', checkCategories),
  channelRule('C06', 'MUST', (channel) => {
    const explicit = textOf(channel, 'itunes:explicit');
    return when(explicit !== 'true' && explicit !== 'false', `itunes:explicit is ${explicit || 'missing'}`);
  }),
  channelRule('C07', 'MUST', (channel) => checkImage(childOf(channel, 'itunes:image'), true)),
  channelRule('C08', 'MUST', (channel) => {
    const selves = linksOf(channel, 'self');
    return when(selves.length !== 1 || !isAbsolute(selves[0]!.attributes.href), `${selves.length} self links`);
  }),
  rule('C09', 'SHOULD', (feed, { url }) => {
    const self = linksOf(channelOf(feed), 'self')[0];
    if (!self) return [];
    const href = self.attributes.href ?? '';
    const differs = url !== undefined && isAbsolute(href) && pathOf(href) !== pathOf(url);
    return [
      ...when(self.attributes.type !== 'application/rss+xml', 'the self link has another type'),
      ...when(differs, `the self link names ${href}, not ${url}`),
    ];
  }),
  channelRule('C10', 'SHOULD', (channel) => when(!textOf(channel, 'itunes:author'), 'no itunes:author')),
  channelRule('C11', 'SHOULD', (channel) => when(!textOf(channel, 'podcast:guid'), 'no podcast:guid')),
  channelRule('C12', 'SHOULD', (channel) => when(!textOf(channel, 'podcast:locked'), 'no podcast:locked')),
  channelRule('C13', 'MUST', (channel) =>
    ['lastBuildDate', 'pubDate']
      .flatMap((key) => childrenOf(channel, key))
      .filter((date) => !parseRfc2822(date.text))
      .map((date) => `${date.key} is ${date.text}`),
  ),
  rule('C14', 'MUST', (feed) => {
    const type = childOf(channelOf(feed), 'itunes:type')?.text;
    if (type === undefined || type === 'episodic') return [];
    if (type !== 'serial') return [`itunes:type is ${type}`];
    return itemsOf(feed)
      .filter((item) => (textOf(item, 'itunes:episodeType') || 'full') === 'full' && !textOf(item, 'itunes:episode'))
      .map((item) => `serial, but ${textOf(item, 'guid')} has no number`);
  }),
  channelRule('C15', 'SHOULD', (channel) =>
    ['itunes:complete', 'itunes:block']
      .flatMap((key) => childrenOf(channel, key))
      .flatMap((element) => when(element.text !== 'Yes', `${element.key} is ${element.text}`)),
  ),
  channelRule('C16', 'MUST', (channel) =>
    childrenOf(channel, 'itunes:new-feed-url').flatMap((url) => when(!isAbsolute(url.text), 'not absolute')),
  ),
  channelRule('C17', 'MUST', (channel) =>
    childrenOf(channel, 'itunes:owner').flatMap((owner) => {
      const email = textOf(owner, 'itunes:email');
      return when(!address.test(email), `itunes:email is "${email}"`);
    }),
  ),
  channelRule('C18', 'SHOULD', (channel) =>
    when(!childOf(channel, 'itunes:owner'), 'no owner email (YouTube wants one)'),
  ),
  channelRule('C19', 'MUST', (channel) =>
    childrenOf(channel, 'image').flatMap((image) =>
      ['url', 'title', 'link'].flatMap((key) => when(!textOf(image, key), `image has no ${key}`)),
    ),
  ),
  channelRule('C20', 'MUST', (channel) => {
    const hubs = linksOf(channel, 'hub');
    return when(
      hubs.some((hub) => !isAbsolute(hub.attributes.href)) ||
        (hubs.length > 0 && linksOf(channel, 'self').length !== 1),
      'a hub without an absolute address or without a self link',
    );
  }),
  rule('C22', 'SHOULD', (feed) =>
    urlsOf(feed.root)
      .filter((url) => !isHttps(url))
      .map((url) => `${url} is not https`),
  ),
  rule('C23', 'MUST', (feed) =>
    urlsOf(feed.root)
      .filter((url) => !/^[\x21-\x7e]+$/.test(url) || !isAbsolute(url))
      .map((url) => `${url} is not an absolute address in ASCII`),
  ),
  rule('C24', 'MUST', (feed) =>
    [...walk(feed.root)]
      .filter(({ element }) => ['managingEditor', 'webMaster', 'author'].includes(element.key))
      .filter(({ element }) => !/[^\s@]+@[^\s@]+\.[^\s@]+/.test(element.text))
      .map(({ element }) => `${element.key} holds no address`),
  ),
  channelRule('C25', 'MUST', (channel) =>
    childrenOf(channel, 'ttl').flatMap((ttl) => when(!/^[1-9]\d*$/.test(ttl.text), `ttl is ${ttl.text}`)),
  ),
];

/** `feed:C07` and `feed:I25`. */
export function checkImage(image: Element | undefined, isNeeded: boolean): string[] {
  if (!image) return when(isNeeded, 'no itunes:image');
  const href = image.attributes.href ?? '';
  return when(!isAbsolute(href) || !/\.(jpe?g|png)$/i.test(pathOf(href)), `itunes:image is ${href || 'empty'}`);
}

export function textOf(element: Element | undefined, key: string): string {
  return childOf(element, key)?.text.trim() ?? '';
}

export function pathOf(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname : '';
}

function linksOf(channel: Element | undefined, rel: string): Element[] {
  return childrenOf(channel, 'atom:link').filter((link) => link.attributes.rel === rel);
}

function checkCategories(channel: Element): string[] {
  const categories = childrenOf(channel, 'itunes:category');
  const problems = categories.flatMap((category) => {
    const name = category.attributes.text ?? '';
    const subcategories = appleCategories[name];
    if (!subcategories) return [`no category "${name}"`];
    return childrenOf(category, 'itunes:category').flatMap((sub) => [
      ...when(!subcategories.includes(sub.attributes.text ?? ''), `"${name}" has no "${sub.attributes.text}"`),
      ...when(sub.children.length > 0, 'three levels of categories'),
    ]);
  });
  return [...when(categories.length === 0, 'no itunes:category'), ...problems];
}

/** Every address that stands in an element or attribute of its own; links inside HTML are I16's. */
function urlsOf(root: Element | undefined): string[] {
  return [...walk(root)].flatMap(({ element }) => {
    const values = ['url', 'href', 'img', 'uri'].flatMap((name) => element.attributes[name] ?? []);
    const isUrl = ['link', 'itunes:new-feed-url'].includes(element.key) || (element.key === 'url' && element.text);
    return isUrl ? [...values, element.text] : values;
  });
}
