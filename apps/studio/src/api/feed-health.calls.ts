import { api, take } from './client';
import type { components } from './schema';

type Schemas = components['schemas'];
export type FeedHealth = Schemas['FeedHealth'];
export type FeedPushes = Schemas['FeedPushes'];
export type FeedPush = Schemas['FeedPush'];

export const healthKey = (feedId: string) => ['feed-health', feedId];

const ofFeed = (showId: string, feedId: string) => ({ params: { path: { showId, feedId } } });

export const getFeedHealth = (showId: string, feedId: string) =>
  take(api.GET('/api/v1/shows/{showId}/feeds/{feedId}/health', ofFeed(showId, feedId)));
export const tellOfFeed = (showId: string, feedId: string) =>
  take(api.POST('/api/v1/shows/{showId}/feeds/{feedId}/pushes', ofFeed(showId, feedId)));
