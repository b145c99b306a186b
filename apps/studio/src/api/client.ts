import { toProblem, Unreachable } from './problem';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

let acceptLanguage = 'en';

/** The language in which the server words its errors. */
export function speak(region: string): void {
  acceptLanguage = region;
}

/**
 * One call of `/api/v1`. Answers the JSON body (undefined for 204); throws `Problem` for an error answer and
 * `Unreachable` when the server cannot be reached. A Blob body is sent as it is.
 */
export async function call<T>(method: Method, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const headers: Record<string, string> = { 'Accept-Language': acceptLanguage };
  let payload: BodyInit | undefined;
  if (body instanceof Blob) {
    payload = body;
    headers['Content-Type'] = body.type;
  } else if (body !== undefined) {
    payload = JSON.stringify(body);
    headers['Content-Type'] = 'application/json';
  }
  const response = await fetch(`/api/v1${path}`, { method, headers, body: payload, signal }).catch((error: Error) => {
    if (error.name === 'AbortError') throw error;
    throw new Unreachable();
  });
  if (!response.ok) throw await toProblem(response);
  if (response.status === 204 || response.status === 202) return undefined as T;
  const text = await response.text();
  return (text ? JSON.parse(text) : undefined) as T;
}

/** A query string from the values that are set. */
export function query(values: Record<string, string | undefined>): string {
  const set = Object.entries(values).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return set.length ? `?${new URLSearchParams(set)}` : '';
}
