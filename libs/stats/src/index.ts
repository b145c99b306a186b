import { FeedFetch } from './feed/feed-fetch.entity.js';
import { FeedVersionFetch } from './feed/feed-version-fetch.entity.js';
import { ShareCount } from './share/share-count.entity.js';

/** The rows of this lib. */
export const statsEntities = [FeedFetch, FeedVersionFetch, ShareCount];
export { apps, toApp } from './feed/app.plan.js';
export { FeedFetchRecorder } from './feed/feed-fetch-recorder.js';
export { type AppFetch, FeedFetchesQuery, type FetchDay } from './feed/feed-fetches.query.js';
export type { FeedAnswered } from './feed/tally.js';
export { ShareCountsQuery, type ShareTotals } from './share/share-counts.query.js';
export { ShareRecorder, type ShareSeen } from './share/share-recorder.js';
export { isVia, type ShareKind, shareKinds, shownFrom } from './share/visitor.plan.js';
export { FeedFetch, FeedVersionFetch, ShareCount };
