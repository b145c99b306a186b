import { isoDuration } from '#libs/messages';
import { breadcrumbJsonLd, type Crumb } from '../layout/breadcrumb.js';
import type { Reader, Site } from '../site/site.js';
import { episodeText } from './episode-address.js';
import { nameFor } from './episode-row.js';
import type { EpisodePageView } from './episode.page.js';
import { audioJsonLd, clipsJsonLd, videoJsonLd } from './media.json-ld.js';
import { contributorsJsonLd, peopleJsonLd } from './people.json-ld.js';

/** PodcastEpisode with its sound and film, its moments as clips, people in their dated roles, and the way here (`ux` 3.1, 3.2). */
export function episodeJsonLd(
  site: Site,
  reader: Reader,
  view: EpisodePageView,
  url: string,
  crumbs: Crumb[],
): unknown {
  const { episode } = view;
  const text = episodeText(episode, reader.lang)!;
  const video = videoJsonLd(site, reader, view, url);
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
        abstract: text.takeaways.map((takeaway) => takeaway.text).join('\n') || undefined,
        episodeNumber: episode.number ?? undefined,
        timeRequired: episode.enclosure ? isoDuration(episode.enclosure.durationMs) : undefined,
        isAccessibleForFree: true,
        isFamilyFriendly: !episode.explicit,
        ...belongsTo(site, reader, view),
        associatedMedia: [audioJsonLd(site, view, url), ...(video ? [{ '@id': `${url}#video` }] : [])].filter(Boolean),
        hasPart: clipsJsonLd(reader, view, url),
        contributor: contributorsJsonLd(site, reader, view),
        actor: episode.appearances.some(({ role }) => role === 'host') ? hosts(site, reader, view) : undefined,
        image: imageOf(site, view),
      },
      ...(video ? [video] : []),
      ...peopleJsonLd(site, reader, view),
      breadcrumbJsonLd(crumbs, { label: text.title, url }),
    ],
  };
}

function belongsTo({ addresses }: Site, reader: Reader, { episode, show, event }: EpisodePageView) {
  const showUrl = addresses.show(reader.lang, show.slug);
  const { series } = episode;
  return {
    partOfSeries: {
      '@type': 'PodcastSeries',
      '@id': `${showUrl}#show`,
      name: nameFor(show.texts, reader, show.language)?.title,
      url: showUrl,
    },
    isPartOf: series
      ? {
          '@type': 'CreativeWorkSeries',
          '@id': `${showUrl}#series-${series.slug}`,
          name: nameFor(series.texts, reader, show.language)?.name ?? series.slug,
        }
      : undefined,
    position: series?.part ?? undefined,
    recordedAt: event
      ? {
          '@type': 'Event',
          '@id': `${addresses.event(reader.lang, event.slug)}#event`,
          name: nameFor(event.texts, reader, show.language)?.name,
          startDate: (episode.programmeAt ?? undefined)?.toISOString() ?? event.startsOn,
          location: event.place ? { '@type': 'Place', name: event.place, address: event.place } : undefined,
        }
      : undefined,
  };
}

function hosts({ addresses }: Site, reader: Reader, { episode }: EpisodePageView): unknown {
  return episode.appearances
    .filter(({ role }) => role === 'host')
    .map(({ person }) => ({ '@id': `${addresses.guest(reader.lang, person.slug)}#person` }));
}

function imageOf({ addresses }: Site, { episode, show, card }: EpisodePageView): string[] | undefined {
  const imageKey = episode.coverKey ?? show.coverKey;
  const images = [...(imageKey ? [addresses.image(imageKey, 1400)] : []), ...(card ? [card.url] : [])];
  return images.length > 0 ? images : undefined;
}
