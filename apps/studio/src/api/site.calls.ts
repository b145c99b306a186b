import { useQuery } from '@tanstack/react-query';
import { api, take } from './client';
import { queryClient } from './queries';
import type { components, paths } from './schema';

export type Site = components['schemas']['Site'];
export type SiteSettings = components['schemas']['SiteSettings'];
export type SiteChange = Omit<paths['/api/v1/site']['put']['requestBody']['content']['application/json'], 'version'>;
export type ShowPageSettings = components['schemas']['ShowPageSettings'];
export type ShowPageChange = Omit<
  paths['/api/v1/shows/{showId}/page']['put']['requestBody']['content']['application/json'],
  'version'
>;

const siteKey = ['site'];
const pageKey = (showId: string) => ['show-page', showId];
const at = (showId: string) => ({ params: { path: { showId } } });

export const useSite = () => useQuery({ queryKey: siteKey, queryFn: () => take(api.GET('/api/v1/site')) });
export const saveSite = (version: number, change: SiteChange) =>
  take(api.PUT('/api/v1/site', { body: { version, ...change } }));
export const keepSite = (site: Site) => void queryClient.setQueryData(siteKey, site);
export const reloadSite = () => queryClient.invalidateQueries({ queryKey: siteKey });

/** What a show's page says beyond its texts, and the host it is on. */
export const useShowPage = (showId: string) =>
  useQuery({ queryKey: pageKey(showId), queryFn: () => take(api.GET('/api/v1/shows/{showId}/page', at(showId))) });
export const saveShowPage = (showId: string, version: number, change: ShowPageChange) =>
  take(api.PUT('/api/v1/shows/{showId}/page', { ...at(showId), body: { version, ...change } }));
export const moveToHost = (showId: string, withoutCheck: boolean) =>
  take(api.POST('/api/v1/shows/{showId}/page/host', { ...at(showId), body: { withoutCheck } }));
export const leaveHost = (showId: string) => take(api.DELETE('/api/v1/shows/{showId}/page/host', at(showId)));
export const keepShowPage = (showId: string, page: ShowPageSettings) =>
  void queryClient.setQueryData(pageKey(showId), page);
export const reloadShowPage = (showId: string) => queryClient.invalidateQueries({ queryKey: pageKey(showId) });
