/** The address in plain ASCII, as feeds need it (`feed:C23`): host names in punycode, paths percent-encoded. */
export function toAsciiUrl(url: string): string {
  return /^[\x21-\x7e]*$/.test(url) ? url : new URL(url).href;
}

/** What parsing would not change, as nearly all of our own addresses are: a feed has a dozen of them for each item. */
const plain = /^https:\/\/[a-z0-9-]+(\.[a-z0-9-]+)+(\/[\w~-][\w~.-]*)+$/;

/**
 * The address if the podcast namespace may carry it (`feed:P07`): https, or http on this machine, where a trial runs.
 * Anything else is left out: a player would refuse it as mixed content.
 */
export function toSecureUrl(url: string | null): string | undefined {
  if (!url) return undefined;
  if (plain.test(url)) return url;
  if (!URL.canParse(url)) return undefined;
  const { protocol, hostname, href } = new URL(url);
  if (protocol === 'https:') return href;
  return protocol === 'http:' && isLoopback(hostname) ? href : undefined;
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || /^127(\.\d+){3}$/.test(host);
}
