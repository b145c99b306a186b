import type { EpisodeView } from '#libs/catalog';
import type { ChannelView } from '../channel/channel.view.js';

/** All that a feed says. */
export interface FeedView {
  channel: ChannelView;
  /** Released episodes or talks, in any order. */
  episodes: EpisodeView[];
}
