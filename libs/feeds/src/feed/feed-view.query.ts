import { type Addresses, isPublicHost, type ListingMemo, readListing } from '#libs/catalog';
import type { EntityManager } from 'typeorm';
import type { ChannelView } from '../channel/channel.view.js';
import { toFeedGuid } from '../kind/feed-guid.plan.js';
import { readers } from '../kind/readers.js';
import type { Feed } from './feed.entity.js';
import type { FeedView } from './feed.view.js';

export interface FeedViewDeps {
  addresses: Addresses;
  /** Hubs of this instance that hear of changes; none by default. */
  hubs?: readonly string[];
  /** Podping is told of public shows too; no by default. */
  podping?: boolean;
  /** The instant for which the feed is read; the future too. */
  at: Date;
  /** Of one snapshot, for several instants. */
  memo?: ListingMemo;
}

/** What a feed says at an instant, and the next one at which it says something else by itself; null: never. */
export interface FeedReading {
  view: FeedView;
  changesAt: Date | null;
}

/**
 * What a feed of any kind has to say, read in the caller's snapshot; undefined when what it is about is deleted. The
 * channel's podcast:guid is the one to store with the bytes, where the feed has none yet.
 */
export async function readFeedView(
  manager: EntityManager,
  feed: Feed,
  { addresses, hubs = [], podping = false, at, memo }: FeedViewDeps,
): Promise<FeedReading | undefined> {
  const reading = await readers[feed.kind](manager, feed, addresses);
  if (!reading) return undefined;
  const { where, audience = 'public', most, toItem } = reading;
  const listing = await readListing(manager, where, { at, audience, memo });
  const items = toItem ? listing.episodes.flatMap((episode) => toItem(episode) ?? []) : listing.episodes;
  const episodes = most === undefined ? items : items.slice(0, most);
  const said = await reading.channel(episodes);
  if (!said) return undefined;
  const isTold = mayTellHubs(said, addresses);
  const told = { ...said, hubs: isTold ? [...hubs] : [], usesPodping: isTold && podping && pinged.includes(feed.kind) };
  const channel = withGuid(told, feed, episodes.length > 0);
  return { view: { channel, episodes, addresses: reading.addresses }, changesAt: listing.changesAt };
}

/** Podcasts of their own; of the others, which are extracts, podping hears nothing. */
const pinged: readonly Feed['kind'][] = ['show', 'event', 'language', 'video'];

/** A show's and an event's feed have theirs from their first release; any other has its own, from its first item on (`feed:P12`). */
function withGuid(channel: ChannelView, { id, kind, podcastGuid }: Feed, hasItems: boolean): ChannelView {
  if (kind === 'show' || kind === 'event') return channel;
  return { ...channel, podcastGuid: podcastGuid ?? (hasItems ? toFeedGuid(channel.feedUrl, id) : null) };
}

/** A hub would publish a secret address (`feed:V04`), and can fetch none that only we can reach. */
function mayTellHubs({ isPrivate, feed }: ChannelView, { origin }: Addresses): boolean {
  return !isPrivate && feed.push && isPublicHost(new URL(origin).hostname);
}
