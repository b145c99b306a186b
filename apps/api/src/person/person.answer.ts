import { z } from 'zod';
import type { Addresses } from '#libs/catalog';
import type { Person } from '#libs/people';

export const personAnswer = z
  .object({
    id: z.uuid(),
    slug: z.string(),
    name: z.string(),
    sortName: z.string(),
    pronouns: z.string(),
    links: z.array(z.object({ label: z.string(), url: z.string() })),
    photoUrl: z.string().nullable(),
    texts: z.array(z.object({ lang: z.string(), biography: z.string() })),
    affiliations: z.array(
      z.object({
        id: z.uuid(),
        title: z.string(),
        organisation: z.string(),
        organisationUrl: z.string(),
        since: z.iso.date().nullable(),
        until: z.iso.date().nullable(),
      }),
    ),
    pageUrl: z.object({ en: z.string(), fr: z.string() }),
  })
  .meta({ id: 'Person' });
export type PersonAnswer = z.infer<typeof personAnswer>;
export const personsAnswer = z.object({ items: z.array(personAnswer) });

/** A person whose texts and affiliations are loaded. */
export function toPersonAnswer(person: Person, addresses: Addresses): PersonAnswer {
  const { id, slug, name, sortName, pronouns, links } = person;
  return {
    ...{ id, slug, name, sortName, pronouns, links },
    photoUrl: person.photoKey ? addresses.image(person.photoKey, 'full') : null,
    texts: person.texts.map(({ lang, biography }) => ({ lang, biography })),
    affiliations: person.affiliations.map(({ id, title, organisation, organisationUrl, since, until }) => ({
      ...{ id, title, organisation, organisationUrl, since, until },
    })),
    pageUrl: { en: addresses.guest('en', slug), fr: addresses.guest('fr', slug) },
  };
}
