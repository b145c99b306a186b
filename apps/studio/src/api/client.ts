import createClient from 'openapi-fetch';
import { toProblem, Unreachable } from './problem';
import type { paths } from './schema';

let acceptLanguage = 'en';

/** The language in which the server words its errors. */
export function speak(region: string): void {
  acceptLanguage = region;
}

/** In which language errors are to be worded. */
export const language = (): string => acceptLanguage;

/** The API by its OpenAPI document: a path, a form or an answer that is not in it is a type error. */
export const api = createClient<paths>({ baseUrl: location.origin });

api.use({
  onRequest({ request }) {
    request.headers.set('Accept-Language', acceptLanguage);
    return request;
  },
});

interface Asked<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The body of a good answer. Throws `Problem` for an error answer, `Unreachable` when there was none. */
export async function take<T>(asked: Promise<Asked<T>>): Promise<T> {
  const { data, error, response } = await asked.catch((cause: Error) => {
    if (cause.name === 'AbortError') throw cause;
    throw new Unreachable();
  });
  if (!response.ok) throw toProblem(response.status, error);
  return data as T;
}

/** The same for lists, which come as `{ items }`. */
export const takeItems = async <T>(asked: Promise<Asked<{ items: T[] }>>): Promise<T[]> => (await take(asked)).items;

/** A picture as the body of a request, as it is. */
export const asPicture = (picture: Blob) => ({
  body: picture as never,
  bodySerializer: (body: unknown) => body as BodyInit,
  headers: { 'Content-Type': picture.type },
});
