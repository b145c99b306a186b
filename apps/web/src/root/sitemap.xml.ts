import type { EpisodeView, EventView, ShowView } from '#libs/catalog';
import { type Language, languages } from '#libs/kernel';
import { episodeAlternates, episodeText, hasSiteText, regionsOf, type Site, siteTextKinds } from '#libs/pages';

type Alternates = { lang: Language; href: string }[];

interface Entry {
  alternates: Alternates;
  /** When what readers see last changed; absent where that is not known: a wrong date is worse than none. */
  changedAt?: Date | null;
  /** The film of a talk. */
  video?: string;
}

/** What belongs to the whole site. */
export interface SiteSitemapView {
  guests: readonly string[];
  tags: readonly string[];
}

export interface ShowSitemapView {
  show: ShowView;
  events: EventView[];
  episodes: EpisodeView[];
}

/** One file for the site and one for each show, in each language (`ux` 5.4). @param files absolute addresses. */
export function sitemapIndexXml(files: readonly { href: string; changedAt?: Date | null }[]): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...files.map(({ href, changedAt }) => `<sitemap><loc>${escapeXml(href)}</loc>${lastmod(changedAt)}</sitemap>`),
    '</sitemapindex>',
    '',
  ].join('\n');
}

/** First page, people, tags, a feed of one's own and what the operator says, in one language. */
export function siteSitemapXml(site: Site, lang: Language, { guests, tags }: SiteSitemapView): string {
  const { addresses } = site;
  const inBoth = (address: (each: Language) => string): Entry => ({
    alternates: languages.map((each) => ({ lang: each, href: address(each) })),
  });
  return toXml(site.regions, lang, [
    inBoth((each) => addresses.home(each)),
    inBoth((each) => addresses.choice(each)),
    ...siteTextKinds.filter((kind) => hasSiteText(site, kind)).map((kind) => inBoth((each) => addresses.siteText(each, kind))), // prettier-ignore
    ...tags.map((slug) => inBoth((each) => addresses.tag(each, slug))),
    ...guests.map((slug) => inBoth((each) => addresses.guest(each, slug))),
  ]);
}

/** A show's pages, its events and what is released, in one language; talks with their film. */
export function showSitemapXml(site: Site, lang: Language, { show, events, episodes }: ShowSitemapView): string {
  const { addresses } = site;
  const inBoth = (address: (each: Language) => string): Alternates =>
    languages.map((each) => ({ lang: each, href: address(each) }));
  return toXml(regionsOf(site, show.language), lang, [
    { alternates: inBoth((each) => addresses.show(each, show.slug)), changedAt: show.latestAt },
    { alternates: inBoth((each) => addresses.followPage(each, show.slug)) },
    ...events.map((event) => ({ alternates: inBoth((each) => addresses.event(each, event.slug)) })),
    ...episodes.map((episode) => ({
      alternates: episodeAlternates(addresses, episode),
      changedAt: episode.updatedAt,
      video: toVideo(site, lang, show, episode),
    })),
  ]);
}

function toXml(regions: Site['regions'], lang: Language, entries: readonly Entry[]): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml" xmlns:video="http://www.google.com/schemas/sitemap-video/1.1">',
    ...entries.flatMap((entry) =>
      entry.alternates.filter((each) => each.lang === lang).map(({ href }) => toUrl(regions, href, entry)),
    ),
    '</urlset>',
    '',
  ].join('\n');
}

function toUrl(regions: Site['regions'], href: string, { alternates, changedAt, video = '' }: Entry): string {
  const links = alternates.map(
    (a) => `<xhtml:link rel="alternate" hreflang="${regions[a.lang]}" href="${escapeXml(a.href)}"/>`,
  );
  const others = alternates.length > 1 ? links.join('') : '';
  return `<url><loc>${escapeXml(href)}</loc>${lastmod(changedAt)}${others}${video}</url>`;
}

/** Needs a picture, a description and the file itself; without one of them there is no entry. */
function toVideo({ addresses }: Site, lang: Language, show: ShowView, episode: EpisodeView): string {
  const film = episode.enclosure?.alternates.find(({ kind }) => kind === 'video');
  const picture = episode.coverKey ?? show.coverKey;
  const text = episodeText(episode, lang);
  if (!film || !picture || !text) return '';
  return [
    '<video:video>',
    `<video:thumbnail_loc>${escapeXml(addresses.image(picture, 640))}</video:thumbnail_loc>`,
    `<video:title>${escapeXml(text.title)}</video:title>`,
    `<video:description>${escapeXml((text.summary || text.title).slice(0, 2_000))}</video:description>`,
    `<video:content_loc>${escapeXml(addresses.alternateOf(episode, film))}</video:content_loc>`,
    `<video:duration>${Math.max(1, Math.round(film.durationMs / 1_000))}</video:duration>`,
    episode.publishedAt ? `<video:publication_date>${episode.publishedAt.toISOString()}</video:publication_date>` : '',
    '</video:video>',
  ].join('');
}

function lastmod(at: Date | null | undefined): string {
  return at ? `<lastmod>${at.toISOString()}</lastmod>` : '';
}

export function escapeXml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
