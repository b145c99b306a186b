import type { PersonRef, ShowFeed } from '#libs/catalog';
import type { FeedKind } from '../feed/feed.entity.js';

/** What the channel of a feed of any kind says of itself; the episodes are beside it. */
export interface ChannelView {
  kind: FeedKind;
  /** Absolute address from which the feed is served (`feed:C08`). */
  feedUrl: string;
  /** Absolute address of the page for people (`feed:C03`). */
  pageUrl: string;
  title: string;
  /** Markdown. */
  description: string;
  /** `fr-CA`. */
  language: string;
  category: string;
  subcategory: string;
  explicit: boolean;
  type: 'episodic' | 'serial';
  author: string;
  ownerEmail: string;
  copyright: string;
  locked: boolean;
  podcastGuid: string | null;
  coverKey: string | null;
  /** Pixels; not said when unknown. */
  coverWidth?: number | null;
  /** Repeated on every item with guests (`feed:P13`). */
  hosts: PersonRef[];
  /** For subscribers only: blocked, without hubs, never cached (`feed:V01` to `feed:V07`). */
  isPrivate: boolean;
  /** Hubs that hear of changes (`feed:C20`, `feed:H17`). */
  hubs: string[];
  /** Podping is told of changes too; apps then ask less often. */
  usesPodping?: boolean;
  feed: ShowFeed;
}
