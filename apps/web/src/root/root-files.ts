import type { ShowView } from '#libs/catalog';
import type { Language } from '#libs/kernel';
import { palettes } from '#libs/look';
import { t } from '#libs/messages';
import { hasSiteText, type Site, siteName } from '#libs/pages';
import { escapeXml } from './sitemap.xml.js';

/** So that a browser can put the site on a home screen, under its own name; a show's on its own host, with its cover. */
export function manifestJson(site: Site, lang: Language, show?: ShowView): string {
  const { addresses } = site;
  const name = siteName(site, lang);
  const cover = show?.coverKey;
  return JSON.stringify({
    name,
    short_name: [...name].slice(0, 30).join(''),
    lang: site.regions[lang],
    id: '/',
    start_url: '/',
    scope: '/',
    display: 'browser',
    background_color: palettes.light.paper,
    theme_color: palettes.light.paper,
    icons: cover
      ? [320, 640].map((width) => ({
          src: addresses.path(addresses.image(cover, width)),
          sizes: `${width}x${width}`,
          type: cover.endsWith('.png') ? 'image/png' : 'image/jpeg',
        }))
      : [
          { src: '/apple-touch-icon.png', sizes: '180x180', type: 'image/png' },
          { src: '/favicon.svg', sizes: 'any', type: 'image/svg+xml' },
        ],
  });
}

/** Lets browsers search here from their address bar (OpenSearch 1.1); on a show's own host, in the show. */
export function openSearchXml(site: Site, lang: Language): string {
  const { addresses, host } = site;
  const name = siteName(site, lang);
  // Sixteen characters at most, says the format.
  const short = [...name].slice(0, 16).join('');
  const search = `${addresses.rootFile(`${lang}/search`)}?q={searchTerms}${host ? `&show=${host.slug}` : ''}`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
    `<ShortName>${escapeXml(short)}</ShortName>`,
    `<Description>${escapeXml(t(site.regions[lang], 'public.homeLead'))}</Description>`,
    `<Language>${site.regions[lang]}</Language>`,
    '<InputEncoding>UTF-8</InputEncoding>',
    `<Image width="32" height="32" type="image/x-icon">${escapeXml(addresses.rootFile('favicon.ico'))}</Image>`,
    `<Url type="text/html" method="get" template="${escapeXml(search)}"/>`,
    '</OpenSearchDescription>',
    '',
  ].join('\n');
}

/** RFC 9116: whom to tell of a weakness; undefined when the operator is not to be reached. */
export function securityText(site: Site, now: Date): string | undefined {
  const { addresses, mail, firstLanguage = 'en' } = site;
  const contacts = [
    ...(mail ? [`mailto:${mail}`] : []),
    ...(hasSiteText(site, 'contact') ? [addresses.siteText(firstLanguage, 'contact')] : []),
  ];
  if (contacts.length === 0) return undefined;
  const expires = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 6, 1));
  return [
    ...contacts.map((contact) => `Contact: ${contact}`),
    `Expires: ${expires.toISOString()}`,
    `Preferred-Languages: ${firstLanguage}, ${firstLanguage === 'fr' ? 'en' : 'fr'}`,
    `Canonical: ${addresses.origin}/.well-known/security.txt`,
    '',
  ].join('\n');
}

/** Who made this: the site and its shows' voices. */
export function humansText(site: Site, shows: readonly ShowView[]): string {
  const names = shows.flatMap((show) =>
    show.hosts.length > 0 ? show.hosts.map(({ name }) => name) : show.author || [],
  );
  return [
    '/* SITE */',
    `Name: ${site.name}`,
    ...(site.mail ? [`Contact: ${site.mail}`] : []),
    'Language: English / Français',
    ...(site.hidesProduct ? [] : ['Software: Estrade']),
    '',
    '/* VOICES */',
    ...new Set(names),
    '',
  ].join('\n');
}
