import { AddressNotFetched } from '../error.js';
import { toTarget } from './target.policy.js';

/** One request of a chain. Header names in lower case. */
export interface Hop {
  readonly url: URL;
  readonly method: 'GET' | 'HEAD' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Is the answer a redirect that can be followed? */
export function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status);
}

/**
 * The request that a redirect leads to, checked like the first (`abuse:A15`). Never from https to http. What is secret
 * stays with its origin, and a POST becomes a GET where the Fetch standard says so.
 * @throws AddressNotFetched
 */
export function nextHop(hop: Hop, status: number, location: string | undefined, allowed: ReadonlySet<string>): Hop {
  if (!location) throw new AddressNotFetched('location');
  const url = toTarget(location, allowed, hop.url);
  if (hop.url.protocol === 'https:' && url.protocol === 'http:') throw new AddressNotFetched('downgrade');
  const headers = url.origin === hop.url.origin ? hop.headers : withoutSecrets(hop.headers);
  const turnsToGet = hop.method === 'POST' && status !== 307 && status !== 308;
  return turnsToGet ? { url, method: 'GET', headers: withoutBody(headers) } : { ...hop, url, headers };
}

function withoutSecrets(headers: Hop['headers']): Hop['headers'] {
  return without(headers, ['authorization', 'cookie', 'proxy-authorization']);
}

function withoutBody(headers: Hop['headers']): Hop['headers'] {
  return without(headers, ['content-type', 'content-length', 'content-encoding']);
}

function without(headers: Hop['headers'], names: readonly string[]): Hop['headers'] {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name)));
}
