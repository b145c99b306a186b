import { isoDuration } from '#libs/messages';
import { breadcrumbJsonLd, type Crumb } from '../layout/breadcrumb.js';
import { momentLink, webLink } from '../site/link.js';
import type { Reader, Site } from '../site/site.js';
import { enclosureAddress, episodeText } from './episode-address.js';
import { nameFor } from './episode-row.js';
import type { EpisodePageView } from './episode.page.js';

/** PodcastEpisode with its audio, chapters as clips, people in their roles, and the way here (`ux` 3.1). */
export function episodeJsonLd(
  site: Site,
  reader: Reader,
  view: EpisodePageView,
  url: string,
  crumbs: Crumb[],
): unknown {
  const { episode, show, event } = view;
  const { addresses } = site;
  const text = episodeText(episode, reader.lang)!;
  const showUrl = addresses.show(reader.lang, show.slug);
  const imageKey = episode.coverKey ?? show.coverKey;
  return {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'PodcastEpisode',
        '@id': `${url}#episode`,
        url,
        name: text.title,
        inLanguage: episode.language,
        datePublished: episode.publishedAt?.toISOString(),
        dateModified: episode.updatedAt.toISOString(),
        description: text.summary || undefined,
        episodeNumber: episode.number ?? undefined,
        timeRequired: episode.enclosure ? isoDuration(episode.enclosure.durationMs) : undefined,
        isAccessibleForFree: true,
        isFamilyFriendly: !episode.explicit,
        partOfSeries: {
          '@type': 'PodcastSeries',
          '@id': `${showUrl}#show`,
          name: nameFor(show.texts, reader, show.language)?.title,
          url: showUrl,
        },
        recordedAt: event
          ? {
              '@type': 'Event',
              '@id': `${addresses.event(reader.lang, event.slug)}#event`,
              name: nameFor(event.texts, reader, show.language)?.name,
              startDate: event.startsOn,
              location: event.place || undefined,
            }
          : undefined,
        associatedMedia: audioObject(site, view, url),
        hasPart: clips(view, url),
        contributor: episode.appearances.map(({ person, role }) => ({
          '@type': 'Role',
          roleName: role,
          startDate: episode.recordedOn ?? undefined,
          contributor: { '@id': `${addresses.guest(reader.lang, person.slug)}#person` },
        })),
        image: imageKey ? addresses.image(imageKey, 1400) : undefined,
      },
      ...episode.appearances.map(({ person }) => ({
        '@type': 'Person',
        '@id': `${addresses.guest(reader.lang, person.slug)}#person`,
        name: person.name,
        url: addresses.guest(reader.lang, person.slug),
        sameAs: webLink(person.url)?.href,
      })),
      breadcrumbJsonLd(crumbs, { label: text.title, url }),
    ],
  };
}

function audioObject(site: Site, { episode }: EpisodePageView, url: string): unknown {
  const { enclosure } = episode;
  if (!enclosure) return undefined;
  return {
    '@type': 'AudioObject',
    '@id': `${url}#audio`,
    contentUrl: enclosureAddress(site.addresses, episode),
    encodingFormat: enclosure.mime,
    duration: isoDuration(enclosure.durationMs),
    contentSize: String(enclosure.bytes),
    inLanguage: episode.language,
    caption: captions(site, episode),
  };
}

/** Timed texts, each in its language. */
function captions({ addresses }: Site, { id, transcripts }: EpisodePageView['episode']): unknown {
  const timed = transcripts.filter(({ isTimed }) => isTimed);
  if (timed.length === 0) return undefined;
  return timed.map(({ lang }) => ({
    '@type': 'MediaObject',
    contentUrl: addresses.transcript(id, lang, 'vtt'),
    encodingFormat: 'text/vtt',
    inLanguage: lang,
  }));
}

function clips({ episode }: EpisodePageView, url: string): unknown {
  if (episode.chapters.length === 0) return undefined;
  const end = episode.enclosure ? episode.enclosure.durationMs / 1000 : undefined;
  return episode.chapters.map(({ startMs, title }, index) => ({
    '@type': 'Clip',
    name: title,
    startOffset: Math.floor(startMs / 1000),
    endOffset: Math.floor((episode.chapters[index + 1]?.startMs ?? (end ?? 0) * 1000) / 1000) || undefined,
    url: url + momentLink(Math.floor(startMs / 1000), episode.timeLinks),
  }));
}
