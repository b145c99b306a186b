import { api, asPicture, take, takeItems } from './client';
import type { paths } from './schema';

export type PersonForm = paths['/api/v1/persons/{personId}']['patch']['requestBody']['content']['application/json'];

const at = (personId: string) => ({ params: { path: { personId } } });

export const findPersons = (q: string, signal?: AbortSignal) =>
  takeItems(api.GET('/api/v1/persons', { params: { query: { q } }, signal }));
export const createPerson = (name: string) => take(api.POST('/api/v1/persons', { body: { name } }));
export const getPerson = (id: string) => take(api.GET('/api/v1/persons/{personId}', at(id)));
export const savePerson = (id: string, body: PersonForm) =>
  take(api.PATCH('/api/v1/persons/{personId}', { ...at(id), body }));
export const putPhoto = (id: string, photo: Blob) =>
  take(api.PUT('/api/v1/persons/{personId}/photo', { ...at(id), ...asPicture(photo) }));
