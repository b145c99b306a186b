import type { Person } from './person.entity.js';

/** A person as a page or feed needs them around a show or episode. */
export interface PersonRef {
  id: string;
  slug: string;
  name: string;
  photoKey: string | null;
  /** The first https link: other schemes are no use to podcast:person (`feed:P07`). */
  url: string | null;
}

export function toPersonRef(person: Person): PersonRef {
  const { id, slug, name, photoKey } = person;
  return { id, slug, name, photoKey, url: person.links.find((link) => link.url.startsWith('https://'))?.url ?? null };
}
