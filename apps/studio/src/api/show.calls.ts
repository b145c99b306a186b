import { api, asPicture, take, takeItems } from './client';
import type { paths } from './schema';

export type ShowForm = paths['/api/v1/shows']['post']['requestBody']['content']['application/json'];
export type ShowChange = Omit<
  paths['/api/v1/shows/{showId}']['patch']['requestBody']['content']['application/json'],
  'version'
>;
export type EventForm = paths['/api/v1/shows/{showId}/events']['post']['requestBody']['content']['application/json'];
export type EventChange = Omit<
  paths['/api/v1/shows/{showId}/events/{eventId}']['patch']['requestBody']['content']['application/json'],
  'version'
>;

const at = (showId: string) => ({ params: { path: { showId } } });

export const listCategories = () => take(api.GET('/api/v1/categories'));
export const listShows = () => takeItems(api.GET('/api/v1/shows'));
export const createShow = (body: ShowForm) => take(api.POST('/api/v1/shows', { body }));
export const getShow = (showId: string) => take(api.GET('/api/v1/shows/{showId}', at(showId)));
export const saveShow = (showId: string, version: number, change: ShowChange) =>
  take(api.PATCH('/api/v1/shows/{showId}', { ...at(showId), body: { version, ...change } }));
export const binShow = (showId: string) => take(api.DELETE('/api/v1/shows/{showId}', at(showId)));
export const restoreShow = (showId: string) => take(api.POST('/api/v1/shows/{showId}/restore', at(showId)));
export const putShowCover = (showId: string, picture: Blob) =>
  take(api.PUT('/api/v1/shows/{showId}/cover', { ...at(showId), ...asPicture(picture) }));
export const dropShowCover = (showId: string) => take(api.DELETE('/api/v1/shows/{showId}/cover', at(showId)));

const one = (showId: string, eventId: string) => ({ params: { path: { showId, eventId } } });

export const listEvents = (showId: string) => takeItems(api.GET('/api/v1/shows/{showId}/events', at(showId)));
export const getEvent = (showId: string, eventId: string) =>
  take(api.GET('/api/v1/shows/{showId}/events/{eventId}', one(showId, eventId)));
export const createEvent = (showId: string, body: EventForm) =>
  take(api.POST('/api/v1/shows/{showId}/events', { ...at(showId), body }));
export const saveEvent = (showId: string, eventId: string, version: number, change: EventChange) =>
  take(api.PATCH('/api/v1/shows/{showId}/events/{eventId}', { ...one(showId, eventId), body: { version, ...change } }));
export const binEvent = (showId: string, eventId: string) =>
  take(api.DELETE('/api/v1/shows/{showId}/events/{eventId}', one(showId, eventId)));

export const listBin = () => takeItems(api.GET('/api/v1/bin'));
