import { FeedVersion } from './feed/feed-version.entity.js';
import { Feed, type FeedKind, feedKinds } from './feed/feed.entity.js';
import { FeedCheck } from './history/feed-check.entity.js';
import { FeedSilence } from './history/silence.entity.js';

export const feedsEntities = [Feed, FeedVersion, FeedCheck, FeedSilence];
export type { ChannelView } from './channel/channel.view.js';
export { toEventChannel, toShowChannel } from './channel/show-channel.plan.js';
export { type BuildFeedDeps, makeBuildFeed } from './feed/build-feed.handler.js';
export { buildFeed } from './feed/build-feed.job.js';
export { digestOf, type FeedBytes, toFeedBytes } from './feed/feed-bytes.js';
export { feedSubscriptions } from './feed/feed-subscriptions.js';
export { feedChanged, type FeedFact, type FeedMessage, feedsChannel } from './feed/feed.facts.js';
export type { FeedView } from './feed/feed.view.js';
export { findUnbuilt, requestBuild } from './feed/request-build.js';
export { type BuiltFeed, buildFeedXml, withBuildDate } from './feed/feed.xml.js';
export {
  type FeedEncoding,
  type StoredFeed,
  type StoredFeedLookup,
  StoredFeedQuery,
} from './feed/stored-feed.query.js';
export { toChaptersJson } from './item/chapters.xml.js';
export { Feed, type FeedKind, feedKinds, FeedVersion };
