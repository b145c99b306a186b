import { FeedVersion } from './feed/feed-version.entity.js';
import { Feed, type FeedKind } from './feed/feed.entity.js';

export const feedsEntities = [Feed, FeedVersion];
export type { FeedView } from './feed/feed.view.js';
export { type BuiltFeed, buildFeedXml, withBuildDate } from './feed/show-feed.xml.js';
export { toChaptersJson } from './item/chapters.xml.js';
export { Feed, type FeedKind, FeedVersion };
