import { FeedVersion } from './feed/feed-version.entity.js';
import { Feed, type FeedKind } from './feed/feed.entity.js';

export const feedsEntities = [Feed, FeedVersion];
export { Feed, type FeedKind, FeedVersion };
