import type { EpisodeView, EventView, ShowView } from '#libs/catalog';

/** All that a feed says. With `event` it is the feed of that event's talks, under the show that publishes them. */
export interface FeedView {
  show: ShowView;
  event: EventView | null;
  /** Released episodes or talks, in any order. */
  episodes: EpisodeView[];
}
