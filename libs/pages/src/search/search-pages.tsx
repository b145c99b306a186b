import type { Reader, Site } from '../site/site.js';
import type { SearchPageView } from './search-view.js';
import { searchAddress } from './search-address.js';

/** Real pages of results; nothing when there is one. */
export function SearchPagesNav({ site, reader, view }: { site: Site; reader: Reader; view: SearchPageView }) {
  const { page = 1, pages = 1 } = view.result ?? {};
  if (pages < 2) return null;
  const { t, lang } = reader;
  const href = (to: number) => site.addresses.path(searchAddress(site, lang, view, to));
  return (
    <nav className="pages" aria-label={t('search.pages')}>
      {page > 1 ? (
        <a className="button" rel="prev" href={href(page - 1)}>
          {t('search.previous')}
        </a>
      ) : (
        <span />
      )}
      <span>{t('search.pageOf', { page, pages })}</span>
      {page < pages ? (
        <a className="button" rel="next" href={href(page + 1)}>
          {t('search.next')}
        </a>
      ) : (
        <span />
      )}
    </nav>
  );
}
