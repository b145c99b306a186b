import type { Person } from './person.entity.js';

/** A person as a page or feed needs them around a show or episode. */
export interface PersonRef {
  id: string;
  slug: string;
  name: string;
  photoKey: string | null;
  /** The first https link: other schemes are no use to podcast:person (`feed:P07`). */
  url: string | null;
  /** `@name@instance`; empty or absent: none. */
  fediverse?: string;
}

export function toPersonRef(person: Person): PersonRef {
  const { id, slug, name, photoKey, fediverse } = person;
  return {
    id,
    slug,
    name,
    photoKey,
    fediverse,
    url: person.links.find((link) => link.url.startsWith('https://'))?.url ?? null,
  };
}
