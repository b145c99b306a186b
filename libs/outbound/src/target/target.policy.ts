import { isIP } from 'node:net';
import { AddressNotFetched } from '../error.js';
import { isOutwardAddress } from './address.policy.js';
import { otherPorts } from './ports.js';

const longest = 4_096;

/**
 * The address as it may be asked: http or https, no name and password, a port that can speak HTTP, and where the host
 * is a number in any spelling (`2130706433`, `0x7f.1`, `127.1`), an outward one. `allowed`: origins that are trusted
 * by setting.
 * @throws AddressNotFetched
 */
export function toTarget(address: string, allowed: ReadonlySet<string>, base?: URL): URL {
  const url = parse(address, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new AddressNotFetched('scheme');
  if (url.username || url.password) throw new AddressNotFetched('credentials');
  url.hash = '';
  if (allowed.has(url.origin)) return url;
  // `localhost.` and `example.org.` are the same names as without the dot.
  if (url.hostname.endsWith('.')) url.hostname = url.hostname.slice(0, -1);
  if (url.port === '0' || otherPorts.has(Number(url.port))) throw new AddressNotFetched('port');
  const literal = literalOf(url.hostname);
  if (literal ? !isOutwardAddress(literal) : isInwardName(url.hostname)) throw new AddressNotFetched('inward');
  return url;
}

/** The number that a URL's host is, without brackets; undefined for a name. */
export function literalOf(hostname: string): string | undefined {
  const bare = hostname.startsWith('[') ? hostname.slice(1, -1) : hostname;
  return isIP(bare) ? bare : undefined;
}

/** Names that never lie outside (RFC 6761, RFC 6762, ICANN's `.internal`); what they resolve to is looked at all the same. */
function isInwardName(hostname: string): boolean {
  return hostname === '' || /(^|\.)(localhost|local|internal|home\.arpa)$/.test(hostname) || !hostname.includes('.');
}

function parse(address: string, base: URL | undefined): URL {
  if (address.length > longest) throw new AddressNotFetched('url');
  try {
    return new URL(address, base);
  } catch {
    throw new AddressNotFetched('url');
  }
}
