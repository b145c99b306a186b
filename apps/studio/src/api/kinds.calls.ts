import { api, take, takeItems } from './client';
import type { components, paths } from './schema';

export type Series = components['schemas']['Series'];
export type Subscriber = components['schemas']['Subscriber'];
export type NewSubscriber = components['schemas']['NewSubscriber'];
export type Tag = components['schemas']['Tag'];
export type SeriesForm = paths['/api/v1/shows/{showId}/series']['post']['requestBody']['content']['application/json'];
export type SeriesChange = Omit<
  paths['/api/v1/shows/{showId}/series/{seriesId}']['patch']['requestBody']['content']['application/json'],
  'version'
>;

const at = (showId: string) => ({ params: { path: { showId } } });
const seriesAt = (showId: string, seriesId: string) => ({ params: { path: { showId, seriesId } } });
const subscriberAt = (showId: string, subscriberId: string) => ({ params: { path: { showId, subscriberId } } });

export const listSeries = (showId: string) => takeItems(api.GET('/api/v1/shows/{showId}/series', at(showId)));
export const createSeries = (showId: string, body: SeriesForm) =>
  take(api.POST('/api/v1/shows/{showId}/series', { ...at(showId), body }));
export const saveSeries = (showId: string, { id, version }: Series, change: SeriesChange) =>
  take(
    api.PATCH('/api/v1/shows/{showId}/series/{seriesId}', { ...seriesAt(showId, id), body: { version, ...change } }),
  );
export const deleteSeries = (showId: string, id: string) =>
  take(api.DELETE('/api/v1/shows/{showId}/series/{seriesId}', seriesAt(showId, id)));

export const suggestTags = (showId: string, q: string) =>
  takeItems(api.GET('/api/v1/shows/{showId}/tags', { params: { path: { showId }, query: { q } } }));

export const listSubscribers = (showId: string) => takeItems(api.GET('/api/v1/shows/{showId}/subscribers', at(showId)));
export const createSubscriber = (showId: string, name: string) =>
  take(api.POST('/api/v1/shows/{showId}/subscribers', { ...at(showId), body: { name } }));
export const renameSubscriber = (showId: string, id: string, name: string) =>
  take(api.PATCH('/api/v1/shows/{showId}/subscribers/{subscriberId}', { ...subscriberAt(showId, id), body: { name } }));
export const newAddress = (showId: string, id: string) =>
  take(api.POST('/api/v1/shows/{showId}/subscribers/{subscriberId}/address', subscriberAt(showId, id)));
export const revokeSubscriber = (showId: string, id: string) =>
  take(api.DELETE('/api/v1/shows/{showId}/subscribers/{subscriberId}', subscriberAt(showId, id)));
