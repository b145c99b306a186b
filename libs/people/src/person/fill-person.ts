import { newId } from '#libs/kernel';
import type { EntityManager } from 'typeorm';
import { Affiliation } from './affiliation.entity.js';
import { PersonText } from './person-text.entity.js';
import { Person } from './person.entity.js';

/** What one record took from another: parts, and the addresses of links. Enough to give it back. */
export interface Filled {
  parts: (
    'pronouns' | 'pronunciation' | 'fediverse' | 'contact' | 'photo' | 'links' | 'affiliations' | `biography.${string}`
  )[];
  links: string[];
}

const lines = ['pronouns', 'pronunciation', 'fediverse', 'contact'] as const;

/** What `keep` lacks and `other` has; both with texts and affiliations. Nothing that is there is written over. */
export function findFilling(keep: Person, other: Person): Filled {
  const known = new Set(keep.links.map(({ url }) => url));
  const links = other.links.map(({ url }) => url).filter((url) => !known.has(url));
  const spoken = new Set(keep.texts.map(({ lang }) => lang));
  return {
    links,
    parts: [
      ...lines.filter((line) => keep[line] === '' && other[line] !== ''),
      ...(keep.photoKey === null && other.photoKey !== null ? (['photo'] as const) : []),
      ...(links.length > 0 ? (['links'] as const) : []),
      ...(keep.affiliations.length === 0 && other.affiliations.length > 0 ? (['affiliations'] as const) : []),
      ...other.texts.filter(({ lang }) => !spoken.has(lang)).map(({ lang }) => `biography.${lang}` as const),
    ],
  };
}

/** Writes it. Who is hidden in one record is hidden in both: a wish to be left alone does not get lost. */
export async function fillPerson(manager: EntityManager, keep: Person, other: Person): Promise<Filled> {
  const filled = findFilling(keep, other);
  const takes = (part: Filled['parts'][number]) => filled.parts.includes(part);
  await manager.update(
    Person,
    { id: keep.id },
    {
      ...Object.fromEntries(lines.filter(takes).map((line) => [line, other[line]])),
      ...(takes('photo') && { photoKey: other.photoKey, photoWidth: other.photoWidth }),
      links: [...keep.links, ...other.links.filter(({ url }) => filled.links.includes(url))].slice(0, 20),
      isHidden: keep.isHidden || other.isHidden,
      hidesNow: keep.hidesNow || other.hidesNow,
    },
  );
  const personId = keep.id;
  const texts = other.texts.filter(({ lang }) => takes(`biography.${lang}`));
  if (texts.length) {
    const rows = texts.map(({ lang, biography, saidOn }) => ({ personId, lang, biography, saidOn }));
    await manager.insert(PersonText, rows);
  }
  if (takes('affiliations')) {
    const rows = other.affiliations.map(({ title, organisation, organisationUrl, since, until }) => ({
      ...{ id: newId(), personId, title, organisation, organisationUrl, since, until },
    }));
    await manager.insert(Affiliation, rows);
  }
  return filled;
}

/** Takes out again what came from `other` and was not changed since. */
export async function emptyPerson(
  manager: EntityManager,
  keep: Person,
  other: Person,
  { parts, links }: Filled,
): Promise<void> {
  const still = lines.filter((line) => parts.includes(line) && keep[line] === other[line]);
  const hasTheirPhoto = parts.includes('photo') && keep.photoKey === other.photoKey;
  await manager.update(
    Person,
    { id: keep.id },
    {
      ...Object.fromEntries(still.map((line) => [line, ''])),
      ...(hasTheirPhoto && { photoKey: null, photoWidth: null }),
      links: keep.links.filter(({ url }) => !links.includes(url)),
    },
  );
  for (const { lang, biography } of other.texts) {
    if (parts.includes(`biography.${lang}`)) await manager.delete(PersonText, { personId: keep.id, lang, biography });
  }
  for (const { title, organisation } of parts.includes('affiliations') ? other.affiliations : []) {
    await manager.delete(Affiliation, { personId: keep.id, title, organisation });
  }
}
