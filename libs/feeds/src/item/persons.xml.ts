import type { Addresses, AppearanceView, EpisodeView, PersonRef } from '#libs/catalog';
import { type Language, toLanguage } from '#libs/kernel';
import { limitLine } from '../xml/limit.js';
import { textNode, type XmlNode } from '../xml/node.js';
import { toSecureUrl } from '../xml/url.js';

/** The taxonomy has no speaker: one who speaks is a guest, one who leads the talk a host, all in the cast (`feed:P22`). */
const taxonomy: Record<AppearanceView['role'], 'guest' | 'host'> = {
  guest: 'guest',
  host: 'host',
  speaker: 'guest',
  panellist: 'guest',
  moderator: 'host',
};

/** The show's hosts, for the channel. */
export function toChannelPersons(hosts: readonly PersonRef[], language: string, addresses: Addresses): XmlNode[] {
  return hosts.flatMap((host) => toPerson(host, 'host', toLanguage(language), addresses));
}

/**
 * The persons of an item. They replace the channel's entirely, so an item with guests repeats the show's hosts unless it
 * names hosts of its own (`feed:P13`); an item without appearances says nothing and inherits.
 */
export function toItemPersons(episode: EpisodeView, hosts: readonly PersonRef[], addresses: Addresses): XmlNode[] {
  const cast = episode.appearances.map((a) => ({ person: a.person, role: taxonomy[a.role] }));
  if (cast.length === 0) return [];
  const hasHost = cast.some((member) => member.role === 'host');
  const repeated = hasHost ? [] : hosts.map((person) => ({ person, role: 'host' as const }));
  const language = toLanguage(episode.showLanguage);
  return [...repeated, ...cast].flatMap(({ person, role }) => toPerson(person, role, language, addresses));
}

/** The name alone: the tag has no place for an employer, which goes into the notes (`ux:K-27`). */
function toPerson(person: PersonRef, role: string, language: Language, addresses: Addresses): XmlNode[] {
  return textNode('podcast:person', limitLine(person.name, 128), {
    role,
    group: 'cast',
    href: toSecureUrl(person.url) ?? toSecureUrl(addresses.guest(language, person.slug)),
    img: person.photoKey ? toSecureUrl(addresses.image(person.photoKey, 'full')) : undefined,
  });
}
