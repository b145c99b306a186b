import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/**
 * May a connection go to this address? Only to one that is globally routed: no loopback, private, link-local, shared,
 * multicast, reserved or documentation range, and no form that carries an IPv4 address inside an IPv6 one
 * (mapped, compatible, NAT64, 6to4, Teredo) (`abuse:A14`).
 */
export function isOutwardAddress(address: string): boolean {
  if (!isIP(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  // Of IPv6 only 2000::/3 has been given out (RFC 4291, section 2.4; IANA).
  return parsed instanceof ipaddr.IPv4 || (parsed.parts[0] as number) >> 13 === 1;
}
