import type { Addresses } from '#libs/catalog';
import { type FeedOptions, type ItemOptions, Podcast } from 'podcast';
import { toChannel } from '../channel/channel.xml.js';
import { toItemContext } from '../item/item-context.plan.js';
import { toFeedItem } from '../item/item.xml.js';
import { toPageLinks, type PageOf } from './feed-page.plan.js';
import type { FeedView } from './feed.view.js';

export interface BuiltFeed {
  xml: string;
  itemCount: number;
}

/**
 * The RSS document of a feed of any kind on one page, newest item first (`feed:I11`), by the recipe of feeds.md section 4.
 * The same view and the same `changedAt` (which becomes `lastBuildDate`, whole seconds) always give the same bytes (`feed:H08`).
 */
export function buildFeedXml(view: FeedView, addresses: Addresses, changedAt: Date): BuiltFeed {
  const own = view.addresses ?? addresses;
  const context = toItemContext(view, own);
  const options = toNewestFirst(view).flatMap((episode) => toFeedItem(episode, context) ?? []);
  return toDocument(view, own, toItemTexts(options), changedAt);
}

/** A document around items that are texts already: all of them, or those of one page of several. */
export function toDocument(
  view: FeedView,
  addresses: Addresses,
  items: readonly string[],
  changedAt: Date,
  page: PageOf = { page: 1, pages: 1 },
): BuiltFeed {
  const { feedUrl, links } = toPageLinks(view.channel.feedUrl, page);
  const channel = toChannel({ ...view, channel: { ...view.channel, feedUrl } }, addresses);
  const empty = withBuildDate(new Podcast(channel, []).buildXml(), changedAt);
  const end = empty.lastIndexOf('</channel>');
  return { xml: `${empty.slice(0, end)}${links}${items.join('')}${empty.slice(end)}`, itemCount: items.length };
}

/** Each item as it stands in a document: written by the package, a few at a time, so that others get their turn between them. */
export function toItemTexts(items: readonly ItemOptions[]): string[] {
  if (items.length === 0) return [];
  return splitItems(new Podcast(noChannel, [...items]).buildXml());
}

export function toNewestFirst({ episodes }: Pick<FeedView, 'episodes'>): FeedView['episodes'] {
  return [...episodes].sort((a, b) => Number(b.publishedAt) - Number(a.publishedAt) || (a.id < b.id ? 1 : -1));
}

/** Nothing of it is kept; its own tags would only cost time. */
const noChannel: FeedOptions = {
  title: '-',
  feedUrl: 'https://none.invalid',
  siteUrl: 'https://none.invalid',
  namespaces: { iTunes: false, podcast: true, simpleChapters: false },
};

function splitItems(xml: string): string[] {
  const edges = /<!\[CDATA\[[\s\S]*?\]\]>|<item>|<\/item>/g;
  const items: string[] = [];
  let start = 0;
  for (let found = edges.exec(xml); found; found = edges.exec(xml)) {
    if (found[0] === '<item>') start = found.index;
    else if (found[0] === '</item>') items.push(xml.slice(start, edges.lastIndex));
  }
  return items;
}

/**
 * The document with another `lastBuildDate`: the package always writes the present moment (`feed:H08`). A title may
 * contain the words of the element, so CDATA is stepped over.
 */
export function withBuildDate(xml: string, changedAt: Date): string {
  const parts = /<!\[CDATA\[[\s\S]*?\]\]>|<lastBuildDate>[^<]*<\/lastBuildDate>/g;
  for (let found = parts.exec(xml); found; found = parts.exec(xml)) {
    if (found[0].startsWith('<!')) continue;
    const date = `<lastBuildDate>${changedAt.toUTCString()}</lastBuildDate>`;
    return xml.slice(0, found.index) + date + xml.slice(parts.lastIndex);
  }
  return xml;
}
