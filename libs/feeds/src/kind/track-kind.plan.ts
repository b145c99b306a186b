import type { Addresses, EventView, ShowView } from '#libs/catalog';
import type { ChannelView } from '../channel/channel.view.js';
import { toEventChannel } from '../channel/show-channel.plan.js';

/** The talks of one track of an event. @param track its name as written, or its segment when nothing is out yet. */
export function toTrackChannel(
  event: EventView,
  show: ShowView,
  { slug, name }: { slug: string; name: string },
  addresses: Addresses,
): ChannelView {
  const channel = toEventChannel(event, show, addresses);
  return {
    ...channel,
    kind: 'track',
    feedUrl: addresses.trackFeed(event.slug, slug),
    title: `${name} – ${channel.title}`,
    feed: { ...channel.feed, movedTo: '', complete: false, verify: [], updateFrequency: null },
  };
}
