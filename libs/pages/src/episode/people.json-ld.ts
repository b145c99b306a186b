import type { AppearanceView } from '#libs/catalog';
import { pickText, toLanguage } from '#libs/kernel';
import { webLink } from '../site/link.js';
import type { Reader, Site } from '../site/site.js';
import type { EpisodePageView } from './episode.page.js';
import { recordedOn } from './episode-opening.js';

/** Who appears, in which role, on which day (`ux:K-28`). */
export function contributorsJsonLd(site: Site, reader: Reader, view: EpisodePageView): unknown {
  return view.episode.appearances.map(({ person, role }) => ({
    '@type': 'Role',
    roleName: role,
    startDate: recordedOn(view) ?? undefined,
    contributor: { '@id': personId(site, reader, person.slug) },
  }));
}

/** Each person once; employers as roles with dates, never bare: the one of the recording held on its day (`ux:K-28`). */
export function peopleJsonLd(site: Site, reader: Reader, view: EpisodePageView): unknown[] {
  const { addresses } = site;
  const seen = new Set<string>();
  return view.episode.appearances.flatMap((appearance) => {
    const { person } = appearance;
    if (seen.has(person.id)) return [];
    seen.add(person.id);
    const roles = rolesOf(reader, view, appearance);
    return [
      {
        '@type': 'Person',
        '@id': personId(site, reader, person.slug),
        name: person.name,
        url: addresses.guest(reader.lang, person.slug),
        sameAs: webLink(person.url)?.href,
        worksFor: roles.length > 0 ? roles : undefined,
      },
    ];
  });
}

function rolesOf(reader: Reader, view: EpisodePageView, appearance: AppearanceView): unknown[] {
  const { person, organisation, organisationUrl, texts } = appearance;
  if (!organisation) return [];
  const title = pickText(texts, reader.lang, toLanguage(view.show.language))?.title;
  const day = recordedOn(view) ?? undefined;
  const now = view.now?.get(person.id);
  const isStill = now && now.organisation === organisation;
  return [
    toRole(title, organisation, organisationUrl, { startDate: day, endDate: isStill ? undefined : day }),
    ...(now && !isStill && now.organisation
      ? [toRole(now.title, now.organisation, now.organisationUrl, { startDate: now.since ?? undefined })]
      : []),
  ];
}

function toRole(title: string | undefined, name: string, url: string, dates: { startDate?: string; endDate?: string }) {
  return {
    '@type': 'OrganizationRole',
    roleName: title || undefined,
    ...dates,
    worksFor: { '@type': 'Organization', name, url: webLink(url)?.href },
  };
}

function personId({ addresses }: Site, reader: Reader, slug: string): string {
  return `${addresses.guest(reader.lang, slug)}#person`;
}
