import type { Addresses } from '#libs/catalog';
import { setImmediate as turn } from 'node:timers/promises';
import { toItemTexts, toNewestFirst } from '../feed/feed.xml.js';
import type { FeedView } from '../feed/feed.view.js';
import { type ItemContext, toItemContext } from '../item/item-context.plan.js';
import { toFeedItem } from '../item/item.xml.js';

/** Items that are written before others get their turn: some milliseconds of work. */
const atOnce = 16;

/**
 * The items of a feed as texts, for several instants of one snapshot: what an item says at one of them it says at the
 * others too, unless the channel or the parts of its mini-series are others.
 */
export class ItemTexts {
  private readonly known = new Map<string, string>();
  private channel = '';

  constructor(private readonly addresses: Addresses) {}

  /** Newest first; an episode that a feed must not list is left out. */
  async of(view: FeedView): Promise<string[]> {
    this.forgetUnless(view);
    const context = toItemContext(view, view.addresses ?? this.addresses);
    const all = toNewestFirst(view).map((episode) => ({ episode, key: toKey(episode, context) }));
    const missing = all.filter(({ key }) => !this.known.has(key));
    for (let i = 0; i < missing.length; i += atOnce) {
      const options = missing
        .slice(i, i + atOnce)
        .map(({ episode, key }) => ({ key, item: toFeedItem(episode, context) }));
      const written = toItemTexts(options.flatMap(({ item }) => item ?? []));
      for (const { key, item } of options) this.known.set(key, item ? written.shift()! : '');
      await turn();
    }
    return all.flatMap(({ key }) => this.known.get(key) || []);
  }

  /** A podcast:guid that comes with the first item is in no item. */
  private forgetUnless({ channel }: FeedView): void {
    const said = JSON.stringify({ ...channel, podcastGuid: null });
    if (said !== this.channel) this.known.clear();
    this.channel = said;
  }
}

function toKey({ id, series, publishedAt }: FeedView['episodes'][number], { parts }: ItemContext): string {
  const others = series ? (parts.get(series.id) ?? []).map((part) => part.id).join() : '';
  return `${id} ${Number(publishedAt)} ${others}`;
}
