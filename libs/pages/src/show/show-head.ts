import { listenWays } from '#libs/catalog';
import { type Language, languages, toLanguage } from '#libs/kernel';
import type { HeadView } from '../layout/head.js';
import { webLink } from '../site/link.js';
import { type Reader, type Site, siteName } from '../site/site.js';
import { setText, shortLine } from '../site/words.js';
import { nameFor } from '../episode/episode-row.js';
import { partName, promiseOf, showTitle } from './show-texts.js';
import type { ShowPageView } from './show.view.js';

/** The address of one page of a show, or of a part of it. */
export function showPageAddress({ addresses }: Site, lang: Language, view: ShowPageView, page: number): string {
  const { show, part } = view;
  const first = addresses.show(lang, show.slug);
  if (!part) return addresses.show(lang, show.slug, page);
  return `${first}?${part.query}${page > 1 ? `&page=${page}` : ''}`;
}

/** Exactly one feed, the show's own (`ux` 3.5). */
export function showHead(site: Site, reader: Reader, view: ShowPageView): HeadView {
  const { show, page, pages, part } = view;
  const { addresses } = site;
  const title = showTitle(show, reader);
  const { number, name } = part ? partName(part, show, reader) : {};
  const own = [number, name?.name, title].filter(Boolean).join(' – ');
  const home = toLanguage(show.language);
  const image = show.coverKey ? addresses.image(show.coverKey, 1400) : undefined;
  const promise = promiseOf(show, reader);
  return {
    title: page > 1 ? `${own} (${reader.t('public.pageOf', { page, pages })})` : own,
    description: promise
      ? setText(reader, promise.lang, shortLine(promise.text))
      : reader.t('public.episodeCount', { count: show.episodeCount }),
    canonical: showPageAddress(site, reader.lang, view, page),
    alternates: [...languages]
      .sort((a, b) => Number(b === home) - Number(a === home))
      .map((lang) => ({ lang, href: showPageAddress(site, lang, view, page) })),
    feed: { title, href: addresses.showFeed(show.slug) },
    image: view.card ?? (image ? { url: image, width: 1400, height: 1400, alt: title } : undefined),
    creators: show.hosts.flatMap(({ fediverse }) => fediverse ?? []),
    jsonLd: showJsonLd(site, reader, view),
  };
}

/** PodcastSeries with everything that is known; what is not, is left out. */
function showJsonLd(site: Site, reader: Reader, { show }: ShowPageView): unknown {
  const { addresses } = site;
  const url = addresses.show(reader.lang, show.slug);
  const text = nameFor(show.texts, reader, show.language);
  const feed = addresses.showFeed(show.slug);
  const known = listenWays(feed, show.page.apps).filter(({ app }) => show.page.apps.some((link) => link.app === app));
  const person = (host: (typeof show.hosts)[number]) => ({
    '@type': 'Person',
    '@id': `${addresses.guest(reader.lang, host.slug)}#person`,
    name: host.name,
    url: addresses.guest(reader.lang, host.slug),
  });
  const image = show.coverKey ? addresses.image(show.coverKey, 1400) : undefined;
  return {
    '@context': 'https://schema.org',
    '@type': 'PodcastSeries',
    '@id': `${url}#show`,
    url,
    name: text?.title ?? show.slug,
    description: text?.description || undefined,
    abstract: promiseOf(show, reader)?.text,
    inLanguage: show.language,
    webFeed: feed,
    genre: [show.category, show.subcategory].filter(Boolean),
    author: show.hosts.length > 0 ? show.hosts.map(person) : toOrganisation(show.author),
    publisher: toOrganisation(show.author || siteName(site, reader.lang)),
    image: image && { '@type': 'ImageObject', url: image, width: 1400, height: 1400 },
    thumbnailUrl: show.coverKey ? addresses.image(show.coverKey, 640) : undefined,
    identifier: show.podcastGuid
      ? { '@type': 'PropertyValue', propertyID: 'podcast:guid', value: show.podcastGuid }
      : undefined,
    isFamilyFriendly: !show.explicit,
    copyrightNotice: show.copyright || undefined,
    license: webLink(show.feed.licence?.url)?.href,
    dateModified: show.latestAt?.toISOString(),
    sameAs: known.length > 0 ? known.map(({ href }) => href) : undefined,
  };
}

function toOrganisation(name: string): unknown {
  return name ? { '@type': 'Organization', name } : undefined;
}
