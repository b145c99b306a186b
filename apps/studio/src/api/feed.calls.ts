import { api, take } from './client';
import type { components } from './schema';

type Schemas = components['schemas'];
export type Feed = Schemas['Feed'];
export type Feeds = Schemas['Feeds'];
export type FeedAdvice = Schemas['FeedAdvice'];
export type FeedVersion = Schemas['FeedVersion'];
export type FeedDiff = Schemas['FeedDiff'];
export type FeedEffects = Schemas['FeedEffects'];
export type FeedPreview = Schemas['FeedPreview'];

export const feedKeys = {
  feeds: (showId: string) => ['feeds', showId],
  versions: (feedId: string, page: number) => ['feed-versions', feedId, page],
  version: (versionId: string) => ['feed-version', versionId],
  preview: (episodeId: string) => ['feed-preview', episodeId],
};

const ofFeed = (showId: string, feedId: string) => ({ params: { path: { showId, feedId } } });
const ofVersion = (showId: string, feedId: string, versionId: string) => ({
  params: { path: { showId, feedId, versionId } },
});

export const listFeeds = (showId: string) =>
  take(api.GET('/api/v1/shows/{showId}/feeds', { params: { path: { showId } } }));
export const checkFeed = (showId: string, feedId: string) =>
  take(api.POST('/api/v1/shows/{showId}/feeds/{feedId}/check', ofFeed(showId, feedId)));
export const listVersions = (showId: string, feedId: string, page: number) =>
  take(
    api.GET('/api/v1/shows/{showId}/feeds/{feedId}/versions', {
      params: { path: { showId, feedId }, query: { page } },
    }),
  );
export const compareVersion = (showId: string, feedId: string, versionId: string) =>
  take(api.GET('/api/v1/shows/{showId}/feeds/{feedId}/versions/{versionId}', ofVersion(showId, feedId, versionId)));
export const restoreVersion = (showId: string, feedId: string, versionId: string, acceptMissing: boolean) =>
  take(
    api.POST('/api/v1/shows/{showId}/feeds/{feedId}/versions/{versionId}/restore', {
      ...ofVersion(showId, feedId, versionId),
      body: { acceptMissing },
    }),
  );
/** For a link that the browser follows with its cookie. */
export const versionUrl = (showId: string, feedId: string, versionId: string) =>
  `/api/v1/shows/${showId}/feeds/${feedId}/versions/${versionId}/feed.xml`;
export const silenceAdvice = (showId: string, adviceId: string) =>
  take(api.PUT('/api/v1/shows/{showId}/feed-silences/{adviceId}', { params: { path: { showId, adviceId } } }));
export const hearAdvice = (showId: string, adviceId: string) =>
  take(api.DELETE('/api/v1/shows/{showId}/feed-silences/{adviceId}', { params: { path: { showId, adviceId } } }));
export const getFeedPreview = (showId: string, episodeId: string) =>
  take(
    api.GET('/api/v1/shows/{showId}/episodes/{episodeId}/feed-preview', { params: { path: { showId, episodeId } } }),
  );
