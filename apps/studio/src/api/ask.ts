import { api, take } from './client';

/** Provisional: by address, until the document has these paths. */
export function ask<T>(method: 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: object): Promise<T> {
  return take((api as never as Record<string, (p: string, o: object) => Promise<never>>)[method]!(path, { body }));
}
