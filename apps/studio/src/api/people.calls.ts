import { useQuery } from '@tanstack/react-query';
import { api, take } from './client';
import { keys, queryClient } from './queries';
import type { components } from './schema';
import type { Person } from './types';

type Schemas = components['schemas'];
export type ListedPeople = Schemas['People'];
export type ListedPerson = ListedPeople['items'][number];
export type PersonRecord = Schemas['PersonRecord'];
export type MergePreview = Schemas['MergePreview'];
export type Erasure = Schemas['Erasure'];
export type PeopleFilter = 'all' | 'twice' | 'hidden' | 'renamed';

const at = (personId: string) => ({ params: { path: { personId } } });

export const listPeople = (q: string, filter: PeopleFilter, page: number) =>
  take(api.GET('/api/v1/people', { params: { query: { q, filter, page } } }));

/** Former addresses, appearances, history and who may be the same person. */
export const usePersonRecord = (personId: string) =>
  useQuery({
    queryKey: ['person-record', personId],
    queryFn: () => take(api.GET('/api/v1/people/{personId}', at(personId))),
  });

export const previewMerge = (keepId: string, goneId: string) =>
  take(
    api.GET('/api/v1/persons/{personId}/merge-preview', { params: { path: { personId: keepId }, query: { goneId } } }),
  );
export const mergePersons = (keepId: string, goneId: string) =>
  take(api.POST('/api/v1/persons/{personId}/merges', { ...at(keepId), body: { goneId } }));
export const undoMerge = (personId: string, mergeId: string) =>
  take(api.DELETE('/api/v1/persons/{personId}/merges/{mergeId}', { params: { path: { personId, mergeId } } }));
export const sayDifferent = (personId: string, otherId: string) =>
  take(api.PUT('/api/v1/persons/{personId}/different/{otherId}', { params: { path: { personId, otherId } } }));
export const takeBackDifferent = (personId: string, otherId: string) =>
  take(api.DELETE('/api/v1/persons/{personId}/different/{otherId}', { params: { path: { personId, otherId } } }));
export const previewErasure = (personId: string) => take(api.GET('/api/v1/persons/{personId}/erasure', at(personId)));
export const erasePerson = (personId: string, name: string) =>
  take(api.POST('/api/v1/persons/{personId}/erasure', { ...at(personId), body: { name } }));
export const removePhoto = (personId: string) => take(api.DELETE('/api/v1/persons/{personId}/photo', at(personId)));
export const changeAddress = (personId: string, body: { slug: string; redirects: boolean }) =>
  take(api.POST('/api/v1/persons/{personId}/address', { ...at(personId), body }));

/** Puts a fresh record where screens read it; everything that names the person is old. */
export function keepPerson(person: Person): void {
  queryClient.setQueryData(keys.person(person.id), person);
  refreshPeople();
}

export function refreshPeople(): void {
  for (const queryKey of [['people'], ['person-record'], ['persons'], ['guests'], ['episode']]) {
    void queryClient.invalidateQueries({ queryKey });
  }
}
