import type { Addresses, EpisodeView } from '#libs/catalog';
import type { ChannelView } from '../channel/channel.view.js';

/** All that a feed says. */
export interface FeedView {
  channel: ChannelView;
  /** Released episodes or talks, in any order. */
  episodes: EpisodeView[];
  /** Where its files are, if elsewhere than everybody's: below a subscriber's secret (`feed:V07`). */
  addresses?: Addresses;
}
