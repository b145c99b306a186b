import type { Addresses } from '#libs/catalog';
import { Podcast } from 'podcast';
import { toChannel } from '../channel/channel.xml.js';
import { toItemContext } from '../item/item-context.plan.js';
import { toFeedItem } from '../item/item.xml.js';
import type { FeedView } from './feed.view.js';

export interface BuiltFeed {
  xml: string;
  itemCount: number;
}

/**
 * The RSS document of a feed of any kind, newest item first (`feed:I11`), by the recipe of feeds.md section 4. The same
 * view and the same `changedAt` (which becomes `lastBuildDate`, whole seconds) always give the same bytes (`feed:H08`).
 */
export function buildFeedXml(view: FeedView, publicAddresses: Addresses, changedAt: Date): BuiltFeed {
  const addresses = view.addresses ?? publicAddresses;
  const context = toItemContext(view, addresses);
  const items = [...view.episodes]
    .sort((a, b) => Number(b.publishedAt) - Number(a.publishedAt) || (a.id < b.id ? 1 : -1))
    .map((episode) => toFeedItem(episode, context))
    .filter((item) => item !== undefined);
  const podcast = new Podcast(toChannel(view, addresses), items);
  return { xml: withBuildDate(podcast.buildXml(), changedAt), itemCount: items.length };
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
