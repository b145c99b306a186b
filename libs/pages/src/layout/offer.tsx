import { translator } from '#libs/messages';
import type { Reader, Site } from '../site/site.js';

/**
 * “This page also exists in English”, in that language: shown by the script to readers whose browser prefers it, over
 * the foot of the window so that nothing moves. An offer, never a redirect (`ux` 3.11).
 */
export function Offer({ site, reader, otherHref }: { site: Site; reader: Reader; otherHref: string }) {
  const other = reader.lang === 'fr' ? 'en' : 'fr';
  const t = translator(reader.regions[other]);
  return (
    <aside className="offer" lang={other} aria-label={t('site.offer')} data-offer={other} hidden>
      <p>{t('site.offer')}</p>
      <a className="button" href={site.addresses.path(otherHref)} hrefLang={reader.regions[other]} data-keep-place="">
        {t('site.offerYes')}
      </a>
      <button type="button" className="button" data-offer-no="">
        {t('site.offerNo')}
      </button>
    </aside>
  );
}
