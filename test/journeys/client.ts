import createClient, { type Client } from 'openapi-fetch';
import type { components, paths } from '../../apps/studio/src/api/schema.js';

type Schemas = components['schemas'];
export type Show = Schemas['Show'];
export type Episode = Schemas['Episode'];
export type Recording = Schemas['Recording'];
export type Revision = Schemas['Revision'];
export type ShowEvent = Schemas['Event'];

/** What the API says when something is wrong, with whatever else that kind of answer carries. */
export type Problem = Schemas['Problem'] & Record<string, unknown>;

export const owner = { email: 'claire@example.org', password: 'a sentence works well' };
/** Makes the owner when an instance starts on an empty database. */
export const ownerEnv = { OWNER_EMAIL: owner.email, OWNER_PASSWORD: owner.password };

/** Somebody who uses the API: a browser on our own pages, or a program with a token. */
export interface ApiClient {
  readonly origin: string;
  /** Typed by the OpenAPI document: a path, form or answer that is not in it does not compile. */
  readonly api: Client<paths>;
  /** For what the document cannot say, such as broken requests: the same headers, any body. */
  ask(method: string, path: string, ask?: { body?: BodyInit; headers?: Record<string, string> }): Promise<Response>;
  /** Cookie or token, and where the request comes from. */
  headers(): Record<string, string>;
  signIn(who?: { email: string; password: string }): Promise<void>;
}

/** A client with a cookie jar of its own, as logins rotate; with `token` it is a program and sends no cookies. */
export function openClient(origin: string, token?: string): ApiClient {
  const jar = new Map<string, string>();
  const headers = (): Record<string, string> => {
    if (token) return { authorization: `Bearer ${token}` };
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    return { origin, 'accept-language': 'en', ...(cookie && { cookie }) };
  };
  const keepCookies = (response: Response): void => {
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      if (value) jar.set(name!, value);
      else jar.delete(name!);
    }
  };
  const api = createClient<paths>({ baseUrl: origin });
  api.use({
    onRequest({ request }) {
      for (const [name, value] of Object.entries(headers())) request.headers.set(name, value);
      return request;
    },
    onResponse: ({ response }) => keepCookies(response),
  });
  return {
    origin,
    api,
    headers,
    async ask(method, path, { body, headers: more } = {}) {
      const request: RequestInit = { method, headers: { ...headers(), ...more }, body };
      const response = await fetch(`${origin}${path}`, request);
      keepCookies(response);
      return response;
    },
    async signIn(who = owner) {
      await take(api.POST('/api/v1/login', { body: who }));
    },
  };
}

interface Asked<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The body of a good answer. @throws with the problem's words for any other. */
export async function take<T>(asked: Promise<Asked<T>>): Promise<T> {
  const { data, error, response } = await asked;
  if (!response.ok) throw new Error(`${response.status} ${response.url}: ${JSON.stringify(error)}`);
  return data as T;
}

/** The problem of an answer that has to be one: a 4xx as `application/problem+json`, in words. */
export async function refusal(asked: Promise<Asked<unknown> | Response>): Promise<Problem> {
  const answer = await asked;
  const response = answer instanceof Response ? answer : answer.response;
  const problem = (answer instanceof Response ? await answer.json() : answer.error) as Problem;
  const type = response.headers.get('content-type') ?? '';
  if (response.status < 400 || response.status >= 500 || !type.startsWith('application/problem+json')) {
    throw new Error(`Not a refusal: ${response.status} ${type} ${JSON.stringify(problem)}`);
  }
  if (problem.status !== response.status || !/^\p{Lu}.+[.?]$/su.test(problem.detail)) {
    throw new Error(`Not a clear problem: ${JSON.stringify(problem)}`);
  }
  return problem;
}
