import type { Appearance, Person } from '../../../api/types';

/** A new appearance: of somebody known, with their present employer as a start, or of a name. */
export function toAppearance(person: Person | undefined, name: string, role: Appearance['role']): Appearance {
  const now = person?.affiliations?.[0];
  return {
    ...(person && { personId: person.id, slug: person.slug, photoUrl: person.photoUrl }),
    name: person?.name ?? name,
    role,
    organisation: now?.organisation ?? '',
    organisationUrl: '',
    employer: 'named',
    texts: [],
  };
}
