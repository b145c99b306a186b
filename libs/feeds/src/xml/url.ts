/** The address in plain ASCII, as feeds need it (`feed:C23`): host names in punycode, paths percent-encoded. */
export function toAsciiUrl(url: string): string {
  return /^[\x21-\x7e]*$/.test(url) ? url : new URL(url).href;
}

/**
 * The address if the podcast namespace may carry it (`feed:P07`): https, or http on this machine, where a trial runs.
 * Anything else is left out: a player would refuse it as mixed content.
 */
export function toSecureUrl(url: string | null): string | undefined {
  if (!url || !URL.canParse(url)) return undefined;
  const { protocol, hostname, href } = new URL(url);
  if (protocol === 'https:') return href;
  return protocol === 'http:' && isLoopback(hostname) ? href : undefined;
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || /^127(\.\d+){3}$/.test(host);
}
