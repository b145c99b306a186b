import type { Addresses, HostedShow } from '#libs/catalog';
import type { Language } from '#libs/kernel';

/** What belongs to the whole site: people, tags, own feeds, the operator's texts. */
const ofInstance = new Set(['g', 't', 'f', 'a', 'legal', 'privacy', 'contact']);
/** What is answered wherever it is asked for. */
const anywhere = new Set(['search', 'offline']);

/**
 * Where the page at a path has its home when it is not on the host that it was asked of, absolute; undefined when it is.
 * @param at the show whose host was asked; undefined for the instance's own, and for any other name.
 */
export function findHome(path: string, at: HostedShow | undefined, addresses: Addresses): string | undefined {
  const [, lang, first, rest] = /^\/(en|fr)(?:\/([^/]+)(?:\/(.*))?)?$/.exec(path) ?? [];
  if (isSecret(path)) return at && `${addresses.origin}${path}`;
  if (lang === undefined) return findShortHome(path, at, addresses);
  if (first === undefined || anywhere.has(first)) return undefined;
  if (ofInstance.has(first)) return at && `${addresses.origin}${path}`;
  if (first === 'e') {
    const [event = '', slug] = (rest ?? '').split('/');
    if (addresses.hosts.ofEvent(event) === at) return undefined;
    return slug ? addresses.talk(lang as Language, event, slug) : addresses.event(lang as Language, event);
  }
  if (addresses.hosts.ofShow(first) === at) {
    // On its own host a show's first page is the home.
    return at && rest === undefined ? addresses.show(lang as Language, first) : undefined;
  }
  return rest === undefined
    ? addresses.show(lang as Language, first)
    : addresses.episode(lang as Language, first, rest);
}

/** Whether it is a guest's, for one person: those are on the instance's host, as the mails say. */
export function isSecret(path: string): boolean {
  return path.startsWith('/i/');
}

/** `/{show}/follow`, to print on slides. */
function findShortHome(path: string, at: HostedShow | undefined, addresses: Addresses): string | undefined {
  const show = /^\/([^/]+)\/follow$/.exec(path)?.[1];
  if (show === undefined || addresses.hosts.ofShow(show) === at) return undefined;
  return addresses.followShort(show);
}
