import { wordmarkSvg } from '#libs/look';
import { homeAddress, type Reader, type Site, siteName } from '../site/site.js';

/** The product's own name; another one is written as text. */
const productName = 'Estrade';

/** The name, which leads home, the search where the page has none, and the language switch, which keeps the place. */
export function Header(props: { site: Site; reader: Reader; otherHref: string; isBare: boolean; hasSearch: boolean }) {
  const { site, reader } = props;
  const { addresses } = site;
  const other = reader.lang === 'fr' ? 'en' : 'fr';
  return (
    <header className="top">
      <Brand site={site} reader={reader} />
      <nav className="top-links" aria-label={siteName(site, reader.lang)}>
        {site.isStatic || props.hasSearch ? null : (
          <a className="find" href={searchHref(site, reader)} data-search="">
            <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
              <circle cx="8.5" cy="8.5" r="5.5" />
              <path d="m13 13 5 5" />
            </svg>
            <span>{reader.t('site.searchSite')}</span>
          </a>
        )}
        {props.isBare ? null : (
          <a
            className="switch"
            href={addresses.path(props.otherHref)}
            lang={other}
            hrefLang={reader.regions[other]}
            title={reader.t('public.inOtherLanguage')}
            data-keep-place=""
          >
            {reader.t('public.otherLanguage')}
          </a>
        )}
      </nav>
    </header>
  );
}

/** On a show's own host, within the show. */
function searchHref({ host, addresses }: Site, { lang }: Reader): string {
  return addresses.path(addresses.search(lang)) + (host ? `?show=${host.slug}` : '');
}

function Brand({ site, reader }: { site: Site; reader: Reader }) {
  const href = site.addresses.path(homeAddress(site, reader.lang));
  const name = siteName(site, reader.lang);
  if (name === productName && !site.hidesProduct) {
    return (
      <a
        className="mark"
        href={href}
        aria-label={reader.t('public.homeLink')}
        dangerouslySetInnerHTML={{ __html: wordmarkSvg('') }}
      />
    );
  }
  return (
    <a className="mark named" href={href} aria-label={reader.t('site.home', { name })}>
      <span>{name}</span>
    </a>
  );
}
