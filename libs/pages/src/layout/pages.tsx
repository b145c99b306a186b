import type { Reader } from '../site/site.js';

interface Props {
  reader: Reader;
  page: number;
  pages: number;
  /** The path of another page of the list. */
  href: (page: number) => string;
}

/** The way through a long list: real links, every page has an address. */
export function Pages({ reader, page, pages, href }: Props) {
  if (pages < 2) return null;
  return (
    <nav className="pages" aria-label={reader.t('public.pages')}>
      {page > 1 ? (
        <a rel="prev" className="button" href={href(page - 1)}>
          {reader.t('public.newer')}
        </a>
      ) : (
        <span />
      )}
      <span>{reader.t('public.pageOf', { page, pages })}</span>
      {page < pages ? (
        <a rel="next" className="button" href={href(page + 1)}>
          {reader.t('public.older')}
        </a>
      ) : (
        <span />
      )}
    </nav>
  );
}
