import { wordmarkSvg } from '#libs/look';
import type { Reader, Site } from '../site/site.js';

/** The wordmark, which leads home, and the language switch, which keeps the place. */
export function Header(props: { site: Site; reader: Reader; otherHref: string; isBare: boolean }) {
  const { site, reader } = props;
  const { addresses } = site;
  const other = reader.lang === 'fr' ? 'en' : 'fr';
  return (
    <header className="top">
      <a
        className="mark"
        href={addresses.path(addresses.home(reader.lang))}
        aria-label={reader.t('public.homeLink')}
        dangerouslySetInnerHTML={{ __html: wordmarkSvg('') }}
      />
      {props.isBare ? null : (
        <a
          className="switch"
          href={addresses.path(props.otherHref)}
          lang={other}
          hrefLang={site.regions[other]}
          title={reader.t('public.inOtherLanguage')}
          data-keep-place=""
        >
          {reader.t('public.otherLanguage')}
        </a>
      )}
    </header>
  );
}
