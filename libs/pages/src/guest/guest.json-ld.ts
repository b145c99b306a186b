import type { GuestView } from '#libs/catalog';
import { pickText, toLanguage } from '#libs/kernel';
import { episodeAddress, episodeText } from '../episode/episode-address.js';
import { webLink } from '../site/link.js';
import type { Reader, Site } from '../site/site.js';

/** A `ProfilePage` about a `Person`: employers as roles with dates only (`ux:K-28`), and the episodes that are about them. */
export function guestJsonLd({ addresses }: Site, reader: Reader, guest: GuestView): unknown {
  const url = addresses.guest(reader.lang, guest.slug);
  const biography = pickText(guest.texts, reader.lang, reader.lang)?.biography;
  const roles = [...thenRoles(reader, guest), ...nowRole(guest)];
  return {
    '@context': 'https://schema.org',
    '@type': 'ProfilePage',
    url,
    mainEntity: {
      '@type': 'Person',
      '@id': `${url}#person`,
      name: guest.name,
      url,
      description: biography || undefined,
      image: guest.photoKey ? addresses.image(guest.photoKey, 640) : undefined,
      sameAs: guest.links.flatMap((link) => webLink(link.url)?.href ?? []),
      knowsLanguage: spoken(guest),
      worksFor: roles.length ? roles : undefined,
      subjectOf: guest.appearances.map(({ episode }) => ({
        '@type': 'PodcastEpisode',
        name: episodeText(episode, reader.lang)?.title,
        url: episodeAddress(addresses, episode, reader.lang),
      })),
    },
  };
}

/** What they were on each day that was recorded: the role held then, nothing is said of before or after. */
function thenRoles(reader: Reader, guest: GuestView): unknown[] {
  return guest.appearances.flatMap(({ episode, show }) => {
    const own = episode.appearances.find(({ person }) => person.id === guest.id);
    if (!own?.organisation) return [];
    const title = pickText(own.texts, reader.lang, toLanguage(show.language))?.title;
    const day = episode.recordedOn ?? episode.publishedAt?.toISOString().slice(0, 10);
    return [toRole(title, own.organisation, own.organisationUrl, { startDate: day, endDate: day })];
  });
}

function nowRole({ now }: GuestView): unknown[] {
  if (!now?.organisation) return [];
  return [toRole(now.title, now.organisation, now.organisationUrl, { startDate: now.since ?? undefined })];
}

function toRole(title: string | undefined, name: string, url: string, dates: { startDate?: string; endDate?: string }) {
  return {
    '@type': 'OrganizationRole',
    roleName: title || undefined,
    ...dates,
    worksFor: { '@type': 'Organization', name, url: webLink(url)?.href },
  };
}

/** The languages in which they were heard. */
function spoken({ appearances }: GuestView): string[] | undefined {
  const languages = [...new Set(appearances.map(({ episode }) => episode.language))];
  return languages.length ? languages : undefined;
}
