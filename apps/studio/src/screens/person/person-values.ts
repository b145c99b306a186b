import type { PersonForm } from '../../api/person.calls';
import type { Lang, Person } from '../../api/types';

export const langs: readonly Lang[] = ['fr', 'en'];

/** The living record as its form holds it. */
export interface PersonValues {
  name: string;
  sortName: string;
  pronouns: string;
  pronunciation: string;
  fediverse: string;
  contact: string;
  isHidden: boolean;
  hidesNow: boolean;
  biography: Record<Lang, string>;
  links: Person['links'];
  affiliations: Omit<Person['affiliations'][number], 'id'>[];
}

export function toValues(person: Person): PersonValues {
  const { name, sortName, pronouns, pronunciation, fediverse, contact, isHidden, hidesNow, links } = person;
  const said = (lang: Lang) => person.texts.find((text) => text.lang === lang)?.biography ?? '';
  return {
    ...{ name, sortName, pronouns, pronunciation, fediverse, contact, isHidden, hidesNow, links },
    biography: { fr: said('fr'), en: said('en') },
    affiliations: person.affiliations.map(({ title, organisation, organisationUrl, since, until }) => ({
      ...{ title, organisation, organisationUrl, since, until },
    })),
  };
}

/** Empty rows are no links and no jobs. */
export function toForm({ biography, links, affiliations, ...facts }: PersonValues): PersonForm {
  return {
    ...facts,
    links: links.filter((link) => link.url.trim()),
    affiliations: affiliations.filter(({ title, organisation }) => title.trim() || organisation.trim()),
    texts: langs.map((lang) => ({ lang, biography: biography[lang] })),
  };
}
