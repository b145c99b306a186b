import { useQuery } from '@tanstack/react-query';
import { api, take, takeItems } from './client';
import type { components } from './schema';

export type ShowExport = components['schemas']['ShowExport'];
export type ShowMove = components['schemas']['ShowMove'];
export interface ExportOrder {
  baseUrl: string;
  withOriginals: boolean;
  withDrafts: boolean;
}

const inShow = (showId: string) => ({ params: { path: { showId } } });

export const exportKeys = {
  list: (showId: string) => ['exports', showId],
  move: (showId: string) => ['move', showId],
} as const;

const listExports = (showId: string) => takeItems(api.GET('/api/v1/shows/{showId}/exports', inShow(showId)));
export const orderExport = (showId: string, body: ExportOrder) =>
  take(api.POST('/api/v1/shows/{showId}/exports', { ...inShow(showId), body }));
export const dropExport = (showId: string, exportId: string) =>
  take(api.DELETE('/api/v1/shows/{showId}/exports/{exportId}', { params: { path: { showId, exportId } } }));

const getMove = (showId: string) => take(api.GET('/api/v1/shows/{showId}/move', inShow(showId)));
export const moveShow = (showId: string, body: { to: string; anyway: boolean }) =>
  take(api.POST('/api/v1/shows/{showId}/move', { ...inShow(showId), body }));
export const moveBack = (showId: string) => take(api.DELETE('/api/v1/shows/{showId}/move', inShow(showId)));

/** Asked again every second while one is being made. */
export const useExports = (showId: string) =>
  useQuery({
    queryKey: exportKeys.list(showId),
    queryFn: () => listExports(showId),
    refetchInterval: ({ state }) => (state.data?.some(isUnderWay) ? 1_000 : false),
  });

export const useMove = (showId: string) =>
  useQuery({ queryKey: exportKeys.move(showId), queryFn: () => getMove(showId) });

export function isUnderWay({ state }: ShowExport): boolean {
  return state === 'waiting' || state === 'running';
}
