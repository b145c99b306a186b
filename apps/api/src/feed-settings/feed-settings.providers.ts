import { FeedTagController } from './feed-tag.controller.js';
import { ShowFeedController } from './show-feed.controller.js';

export const feedSettingsControllers = [ShowFeedController, FeedTagController];
