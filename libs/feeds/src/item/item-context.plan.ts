import type { Addresses, EpisodeView } from '#libs/catalog';
import type { ChannelView } from '../channel/channel.view.js';
import { toValidChannel } from '../channel/valid-channel.plan.js';
import type { FeedView } from '../feed/feed.view.js';

/** What an item has to know of the feed around it. */
export interface ItemContext {
  channel: ChannelView;
  addresses: Addresses;
  /** The parts of each mini-series that are in this feed, by the id of the mini-series, in their order. */
  parts: ReadonlyMap<string, readonly EpisodeView[]>;
}

/** Made once for all items of a feed. */
export function toItemContext({ channel, episodes }: FeedView, addresses: Addresses): ItemContext {
  const parts = new Map<string, EpisodeView[]>();
  for (const episode of episodes) {
    if (!episode.series) continue;
    const known = parts.get(episode.series.id);
    if (known) known.push(episode);
    else parts.set(episode.series.id, [episode]);
  }
  for (const list of parts.values()) list.sort(byPart);
  return { channel: toValidChannel(channel), addresses, parts };
}

function byPart(a: EpisodeView, b: EpisodeView): number {
  const order = (a.series?.part ?? 1e9) - (b.series?.part ?? 1e9);
  return order || Number(a.publishedAt) - Number(b.publishedAt) || (a.id < b.id ? -1 : 1);
}
