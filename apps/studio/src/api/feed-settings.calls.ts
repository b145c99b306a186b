import { api, take } from './client';
import type { EpisodeFeed, ShowFeed } from '../feed-fields/feed.types';

const inShow = (showId: string) => ({ params: { path: { showId } } });
const at = (showId: string, episodeId: string) => ({ params: { path: { showId, episodeId } } });

export const getFeedTags = () => take(api.GET('/api/v1/feed-tags'));
export const getShowFeed = (showId: string) => take(api.GET('/api/v1/shows/{showId}/feed-settings', inShow(showId)));
export const saveShowFeed = (showId: string, version: number, change: Partial<ShowFeed>) =>
  take(api.PUT('/api/v1/shows/{showId}/feed-settings', { ...inShow(showId), body: { version, ...change } as never }));
export const saveEpisodeFeed = (showId: string, id: string, version: number, change: Partial<EpisodeFeed>) =>
  take(
    api.PUT('/api/v1/shows/{showId}/episodes/{episodeId}/feed', {
      ...at(showId, id),
      body: { version, ...change } as never,
    }),
  );
