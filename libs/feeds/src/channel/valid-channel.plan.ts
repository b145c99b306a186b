import { toValidShowFeed } from '#libs/catalog';
import type { ChannelView } from './channel.view.js';

/** The channel with those of its feed settings that may be said. */
export function toValidChannel(channel: ChannelView): ChannelView {
  return { ...channel, feed: toValidShowFeed(channel.feed) };
}
