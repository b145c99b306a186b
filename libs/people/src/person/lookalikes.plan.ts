import { toSlug } from '#libs/kernel';
import type { PersonLink } from './person.entity.js';

/** As much of a person as shows that two records may be one. */
export interface Named {
  id: string;
  name: string;
  links: readonly PersonLink[];
}

/**
 * Who may be recorded twice: the same words in a name whatever their order, accents and hyphens; an initial in the
 * place of a last name (`Karim B.`); the same address on the web. A guess that a person confirms, never more; pairs in
 * `different` were confirmed to be two people.
 */
export function findLookalikes(
  persons: readonly Named[],
  different: readonly (readonly [string, string])[] = [],
): Map<string, string[]> {
  const apart = new Set(different.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]));
  const holders = new Map<string, Set<string>>();
  const hold = (key: string, id: string) => holders.set(key, (holders.get(key) ?? new Set()).add(id));
  const words = new Map(persons.map(({ id, name }) => [id, toWords(name)]));
  const initials = new Set([...words.values()].filter(isShort).map(toInitials));
  for (const { id, links } of persons) {
    const own = words.get(id)!;
    if (own.length > 0) hold(`name ${[...own].sort().join(' ')}`, id);
    if (own.length > 1 && initials.has(toInitials(own))) hold(`short ${toInitials(own)}`, id);
    for (const { url } of links) hold(`link ${toPlace(url)}`, id);
  }
  const found = new Map<string, Set<string>>();
  for (const [key, ids] of holders) {
    for (const [a, b] of pairs([...ids])) {
      // Two full names that share an initial are two people.
      if (key.startsWith('short ') && !isShort(words.get(a)!) && !isShort(words.get(b)!)) continue;
      if (apart.has(`${a} ${b}`)) continue;
      found.set(a, (found.get(a) ?? new Set()).add(b));
      found.set(b, (found.get(b) ?? new Set()).add(a));
    }
  }
  return new Map([...found].map(([id, others]) => [id, [...others]]));
}

function toWords(name: string): string[] {
  return toSlug(name, '').split('-').filter(Boolean);
}

function isShort(words: readonly string[]): boolean {
  return words.length > 1 && words.at(-1)!.length === 1;
}

function toInitials(words: readonly string[]): string {
  return `${words.slice(0, 1).join('')} ${words.at(-1)?.slice(0, 1) ?? ''}`;
}

/** One place on the web, however it is written. */
function toPlace(url: string): string {
  if (!URL.canParse(url)) return url;
  const { host, pathname } = new URL(url);
  return `${host.replace(/^www\./, '')}${pathname.replace(/\/+$/, '')}`.toLowerCase();
}

function pairs(ids: readonly string[]): [string, string][] {
  return ids.flatMap((a, i) => ids.slice(i + 1).map((b): [string, string] => [a, b]));
}
