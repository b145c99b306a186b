import { useQuery } from '@tanstack/react-query';
import { api, take, takeItems } from './client';
import { queryClient } from './queries';
import type { components, paths } from './schema';

export type Import = components['schemas']['Import'];
export type ImportItem = components['schemas']['ImportItem'];
export type ImportReport = NonNullable<Import['report']>;
export type StartForm = paths['/api/v1/imports/{importId}/start']['post']['requestBody']['content']['application/json'];
export type ItemState = ImportItem['state'];

const at = (importId: string) => ({ params: { path: { importId } } });

export const lookAt = (url: string, showId?: string) =>
  take(api.POST('/api/v1/imports', { body: { url, ...(showId && { showId }) } }));
export const startImport = (id: string, body: StartForm) =>
  take(api.POST('/api/v1/imports/{importId}/start', { ...at(id), body }));
export const cancelImport = (id: string) => take(api.POST('/api/v1/imports/{importId}/cancel', at(id)));
export const retryImport = (id: string, itemId?: string) =>
  take(api.POST('/api/v1/imports/{importId}/retry', { ...at(id), body: itemId ? { itemId } : {} }));
export const checkMove = (id: string) => take(api.POST('/api/v1/imports/{importId}/move-check', at(id)));
const getImport = (id: string) => take(api.GET('/api/v1/imports/{importId}', at(id)));
const listItems = (importId: string, query: { state?: ItemState; after?: number; limit: number }) =>
  takeItems(api.GET('/api/v1/imports/{importId}/items', { params: { path: { importId }, query } }));

const importKeys = {
  all: ['imports'],
  one: (id: string) => ['import', id],
  items: (id: string, state: string, pages: number) => ['import-items', id, state, pages],
} as const;

const isBusy = (found: Import | undefined) =>
  found?.state === 'waiting' || found?.state === 'running' || found?.move?.state === 'waiting';

/** Asks again every second while something happens. */
export const useImport = (id: string) =>
  useQuery({
    queryKey: importKeys.one(id),
    queryFn: () => getImport(id),
    refetchInterval: ({ state: { data } }) => (isBusy(data) ? 1_000 : false),
  });

export const useImports = () =>
  useQuery({
    queryKey: importKeys.all,
    queryFn: () => takeItems(api.GET('/api/v1/imports')),
    refetchInterval: ({ state: { data } }) => (data?.some(isBusy) ? 3_000 : false),
  });

const page = 100;

/** The first items of a state, a hundred a page; fresh every two seconds while the import runs. */
export const useItems = (found: Import, state: ItemState | '', pages: number) =>
  useQuery({
    queryKey: importKeys.items(found.id, state, pages),
    queryFn: async () => {
      const items: ImportItem[] = [];
      for (let i = 0; i < pages; i += 1) {
        const after = items.at(-1)?.position;
        const next = await listItems(found.id, {
          ...(state && { state }),
          ...(after !== undefined && { after }),
          limit: page,
        });
        items.push(...next);
        if (next.length < page) break;
      }
      return items;
    },
    placeholderData: (before) => before,
    refetchInterval: isBusy(found) ? 2_000 : false,
  });

/** Puts a fresh answer where screens read it. */
export function keepImport(found: Import): void {
  queryClient.setQueryData(importKeys.one(found.id), found);
  void queryClient.invalidateQueries({ queryKey: importKeys.all });
  void queryClient.invalidateQueries({ queryKey: ['import-items', found.id] });
}
