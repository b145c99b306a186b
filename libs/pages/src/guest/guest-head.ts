import type { GuestView } from '#libs/catalog';
import { languages, pickText } from '#libs/kernel';
import type { HeadView } from '../layout/head.js';
import type { ShareImage } from '../site/share-image.js';
import type { Reader, Site } from '../site/site.js';
import { shortLine } from '../site/words.js';
import { guestJsonLd } from './guest.json-ld.js';

/** What the page says about itself; who wants to be in no search engine, or appears nowhere yet, is in none (`ux` 3.3). */
export function guestHead(site: Site, reader: Reader, guest: GuestView & { card?: ShareImage }): HeadView {
  const { addresses } = site;
  const url = addresses.guest(reader.lang, guest.slug);
  const biography = pickText(guest.texts, reader.lang, reader.lang)?.biography;
  return {
    title: guest.name,
    description: shortLine(biography || reader.t('public.guestDescription', { name: guest.name })),
    canonical: url,
    alternates: languages.map((lang) => ({ lang, href: addresses.guest(lang, guest.slug) })),
    feed:
      guest.appearances.length > 0 && !site.isStatic
        ? { title: guest.name, href: addresses.personFeed(guest.slug) }
        : undefined,
    type: 'profile',
    robots: guest.appearances.length === 0 || guest.isHidden ? 'noindex' : undefined,
    image:
      guest.card ??
      (guest.photoKey
        ? { url: addresses.image(guest.photoKey, 640), width: 640, height: 640, alt: guest.name }
        : undefined),
    jsonLd: guestJsonLd(site, reader, guest),
  };
}
