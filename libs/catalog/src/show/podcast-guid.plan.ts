import { newGuid, uuidV5 } from '#libs/kernel';

/** The namespace of podcast:guid (`feed:P12`). */
const namespace = 'ead4c236-bf58-58c6-a2c6-a6b28d128cb6';

/**
 * The podcast:guid of a feed, made once at first publication and then stored: UUIDv5 of the feed's address without
 * scheme and trailing slashes. On a host that is not public, of a random name: a hashed localhost would give every
 * trial the same guid.
 */
export function toPodcastGuid(feedUrl: string): string {
  const name = isPublicHost(new URL(feedUrl).hostname)
    ? feedUrl.replace(/^[a-z]+:\/\//i, '').replace(/\/+$/, '')
    : newGuid();
  return uuidV5(namespace, name);
}

/** Whether others on the internet could reach the host: a name with a dot that is neither reserved nor a private address. */
export function isPublicHost(host: string): boolean {
  const name = host.toLowerCase().replace(/^\[|\]$/g, '');
  if (name.includes(':')) return !/^(::1?$|f[cd]|fe[89ab]|::ffff:)/.test(name);
  if (/^\d+(\.\d+){3}$/.test(name)) {
    return !/^(0|10|127|169\.254|192\.168|172\.(1[6-9]|2\d|3[01])|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./.test(name);
  }
  return name.includes('.') && !/\.(localhost|local|internal|lan|home|test|invalid|example|localdomain)$/.test(name);
}
