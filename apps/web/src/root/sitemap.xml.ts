import type { EpisodeView, EventView, ShowView } from '#libs/catalog';
import { type Language, languages } from '#libs/kernel';
import { episodeAlternates, type Site } from '#libs/pages';

export interface SitemapView {
  shows: ShowView[];
  events: EventView[];
  episodes: EpisodeView[];
}

interface Entry {
  alternates: { lang: Language; href: string }[];
  changedAt?: Date | null;
}

/** Every public page in each of its languages, with the other languages beside it and the true time of change. */
export function sitemapXml(site: Site, view: SitemapView): string {
  const { addresses } = site;
  const inBoth = (address: (lang: Language) => string) => languages.map((lang) => ({ lang, href: address(lang) }));
  const guests = new Set(view.episodes.flatMap((e) => e.appearances.map((a) => a.person.slug)));
  const tags = new Set(view.episodes.flatMap((e) => e.tags.map(({ slug }) => slug)));
  const entries: Entry[] = [
    { alternates: inBoth((lang) => addresses.home(lang)) },
    { alternates: inBoth((lang) => addresses.choice(lang)) },
    ...view.shows.map((show) => ({
      alternates: inBoth((lang) => addresses.show(lang, show.slug)),
      changedAt: show.latestAt,
    })),
    ...view.events.map((event) => ({ alternates: inBoth((lang) => addresses.event(lang, event.slug)) })),
    ...view.episodes.map((episode) => ({
      alternates: episodeAlternates(addresses, episode),
      changedAt: episode.updatedAt,
    })),
    ...[...tags].map((slug) => ({ alternates: inBoth((lang) => addresses.tag(lang, slug)) })),
    ...[...guests].map((slug) => ({ alternates: inBoth((lang) => addresses.guest(lang, slug)) })),
  ];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...entries.flatMap((entry) => entry.alternates.map(({ href }) => toUrl(site, href, entry))),
    '</urlset>',
    '',
  ].join('\n');
}

function toUrl(site: Site, href: string, { alternates, changedAt }: Entry): string {
  const links = alternates.map(
    (a) => `<xhtml:link rel="alternate" hreflang="${site.regions[a.lang]}" href="${escapeXml(a.href)}"/>`,
  );
  const changed = changedAt ? `<lastmod>${changedAt.toISOString()}</lastmod>` : '';
  return `<url><loc>${escapeXml(href)}</loc>${changed}${alternates.length > 1 ? links.join('') : ''}</url>`;
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
