import type { EpisodeView } from '#libs/catalog';
import { enclosureAddress, episodeAddress, episodeText } from '../episode/episode-address.js';
import { nameFor } from '../episode/episode-row.js';
import type { Reader, Site } from '../site/site.js';
import type { EventPageView } from './event.page.js';

/** The event with its people and talks, each with where its recording is (`ux` 3.4). */
export function eventJsonLd(site: Site, reader: Reader, { event, show, talks }: EventPageView): unknown {
  const { addresses } = site;
  const url = addresses.event(reader.lang, event.slug);
  const text = nameFor(event.texts, reader, show.language);
  const showName = nameFor(show.texts, reader, show.language)?.title;
  const people = new Map(talks.flatMap(({ appearances }) => appearances.map(({ person }) => [person.id, person])));
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    '@id': `${url}#event`,
    url,
    name: text?.name ?? event.slug,
    description: text?.description || undefined,
    startDate: event.startsOn,
    endDate: event.endsOn,
    eventStatus: 'https://schema.org/EventScheduled',
    inLanguage: [...new Set(talks.map(({ language }) => language))],
    location: toPlace(event.place),
    organizer: { '@type': 'Organization', name: show.author || showName, url: addresses.show(reader.lang, show.slug) },
    performer: [...people.values()].map(({ name, slug }) => {
      const page = addresses.guest(reader.lang, slug);
      return { '@type': 'Person', '@id': `${page}#person`, name, url: page };
    }),
    subEvent: talks.map((talk) => ({
      '@type': 'Event',
      name: episodeText(talk, reader.lang)?.title,
      url: episodeAddress(addresses, talk, reader.lang),
      startDate: talk.programmeAt?.toISOString() ?? event.startsOn,
      eventStatus: 'https://schema.org/EventScheduled',
      location: toPlace([talk.room, event.place].filter(Boolean).join(', ')),
      recordedIn: recordingOf(site, talk),
    })),
  };
}

function toPlace(name: string): unknown {
  return name ? { '@type': 'Place', name, address: name } : undefined;
}

function recordingOf({ addresses }: Site, talk: EpisodeView): unknown {
  const { enclosure } = talk;
  if (!enclosure) return undefined;
  const film = enclosure.alternates.find(({ kind }) => kind === 'video');
  const contentUrl = film ? addresses.alternateOf(talk, film) : enclosureAddress(addresses, talk);
  return { '@type': film ? 'VideoObject' : 'AudioObject', contentUrl, encodingFormat: (film ?? enclosure).mime };
}
