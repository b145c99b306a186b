import { FeedVersion } from './feed/feed-version.entity.js';
import { Feed, type FeedKind, feedKinds } from './feed/feed.entity.js';
import { EpisodePlace } from './kind/episode-place.entity.js';
import { FeedCheck } from './history/feed-check.entity.js';
import { FeedSilence } from './history/silence.entity.js';

export const feedsEntities = [Feed, FeedVersion, FeedCheck, FeedSilence, EpisodePlace];
export type { ChannelView } from './channel/channel.view.js';
export { toEventChannel, toShowChannel } from './channel/show-channel.plan.js';
export { type BuildFeedDeps, makeBuildFeed } from './feed/build-feed.handler.js';
export { buildFeed } from './feed/build-feed.job.js';
export { digestOf, type FeedBytes, toFeedBytes } from './feed/feed-bytes.js';
export { feedSubscriptions } from './feed/feed-subscriptions.js';
export { feedChanged, type FeedFact, type FeedMessage, feedsChannel } from './feed/feed.facts.js';
export type { FeedView } from './feed/feed.view.js';
export { type FeedReading, type FeedViewDeps, readFeedView } from './feed/feed-view.query.js';
export { findUnbuilt, requestBuild, requestBuilds } from './feed/request-build.js';
export { orderPreparations } from './build/order-preparations.js';
export { type PageOf, pageLimits } from './feed/feed-page.plan.js';
export { type BuiltFeed, buildFeedXml, withBuildDate } from './feed/feed.xml.js';
export {
  type FeedEncoding,
  type StoredFeed,
  type StoredFeedLookup,
  StoredFeedQuery,
  type StoredVersion,
} from './feed/stored-feed.query.js';
export { readServedSizes, type ServedSizes } from './feed/served-sizes.query.js';
export { readToldFeed, type ToldFeed } from './feed/told-feed.query.js';
export { toChaptersJson } from './item/chapters.xml.js';
export { Feed, type FeedKind, feedKinds, FeedVersion };
export { type AdviceId, adviceIds, type AdviceLevel, type FeedAdvice, isSilenceable, levelOf } from './check/advice.js';
export { type AdviceSource, findFeedAdvice } from './check/feed-advice.plan.js';
export {
  type AppEffect,
  type AppEffects,
  type AppKind,
  appKinds,
  type EffectCode,
  effectCodes,
  findAppEffects,
} from './diff/app-effects.plan.js';
export { diffFeeds, type FeedDiff, type FieldChange, type ItemChange, type ItemRef } from './diff/feed-diff.plan.js';
export { type FeedDocument, readFeedDocument } from './diff/feed-document.xml.js';
export { type CheckFeedDeps, makeCheckFeed } from './history/check-feed.handler.js';
export { checkFeed } from './history/check-feed.job.js';
export { FeedDesk, type VersionComparison } from './history/feed-desk.js';
export { type FeedSummary, type VersionSummary } from './history/feed-history.query.js';
export { type FeedPreview, FeedPreviews } from './history/feed-preview.js';
export { FeedRestores } from './history/feed-restores.js';
export { thinOldVersions } from './history/keep-versions.js';
export { findUnchecked } from './history/request-check.js';
export { VersionLacksEpisodes, VersionUnsafe } from './history/feed.error.js';
export type { FeedRef, FeedWish } from './kind/feed-ref.plan.js';
export { forgetPurged } from './history/forget-purged.js';
export { forgetChoices } from './kind/forget-choices.js';
export { withSecret } from './kind/placeholder.js';
export { reconcileKinds } from './kind/reconcile-kinds.js';
export { type SecretFeed, SecretFeedQuery } from './kind/secret-feed.query.js';
export { type PublicFeed, PublicFeedsQuery } from './kind/public-feeds.query.js';
