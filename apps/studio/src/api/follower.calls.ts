import { api, take, takeItems } from './client';
import type { components } from './schema';

export type Follower = components['schemas']['Follower'];
export type Followers = components['schemas']['Followers'];
export type Mailing = components['schemas']['Mailing'];

/** A hundred that have confirmed, the newest first; `find` is a part of the address. */
export const listFollowers = (showId: string, find: string, page: number) =>
  take(api.GET('/api/v1/shows/{showId}/followers', { params: { path: { showId }, query: { find, page } } }));

export const removeFollower = (showId: string, followerId: string) =>
  take(api.DELETE('/api/v1/shows/{showId}/followers/{followerId}', { params: { path: { showId, followerId } } }));

export const listMailings = (showId: string) =>
  takeItems(api.GET('/api/v1/shows/{showId}/mailings', { params: { path: { showId } } }));

/** Everybody who has confirmed, as a file for a spreadsheet. */
export const followersTableUrl = (showId: string, locale: string) =>
  `/api/v1/shows/${showId}/followers.csv?locale=${locale}`;
