import { FeedFetch } from './feed/feed-fetch.entity.js';
import { FeedVersionFetch } from './feed/feed-version-fetch.entity.js';

/** The rows of this lib. */
export const statsEntities = [FeedFetch, FeedVersionFetch];
export { apps, toApp } from './feed/app.plan.js';
export { FeedFetchRecorder } from './feed/feed-fetch-recorder.js';
export { type AppFetch, FeedFetchesQuery, type FetchDay } from './feed/feed-fetches.query.js';
export type { FeedAnswered } from './feed/tally.js';
export { FeedFetch, FeedVersionFetch };
