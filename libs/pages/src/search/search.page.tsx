import type { Language } from '#libs/kernel';
import { toPage } from '../layout/document.js';
import { type Page, type Reader, readerOf, type Site } from '../site/site.js';
import { searchCss } from '../style/search.css.js';
import { SearchFilters } from './search-filters.js';
import { FoundEpisode } from './found-episode.js';
import { SearchHelp, SearchNothing } from './search-help.js';
import { SearchPagesNav } from './search-pages.js';
import { searchAddress } from './search-address.js';
import type { SearchPageView } from './search-view.js';

/** The page of a search (`ux` 3.8): a form, and moments that play from there. Made by the server; no script is needed. */
export function searchPage(site: Site, lang: Language, view: SearchPageView): Page {
  const reader = readerOf(site, lang);
  const { addresses } = site;
  const title = view.q ? reader.t('search.titleOf', { q: view.q }) : reader.t('search.title');
  return toPage({
    site,
    reader,
    css: searchCss,
    head: {
      title,
      description: reader.t('search.description'),
      canonical: addresses.search(lang),
      alternates: [],
      robots: 'noindex',
    },
    otherHref: searchAddress(site, lang === 'fr' ? 'en' : 'fr', view),
    children: <Body site={site} reader={reader} view={view} />,
  });
}

function Body({ site, reader, view }: { site: Site; reader: Reader; view: SearchPageView }) {
  const { t } = reader;
  return (
    <article className="searching">
      <header className="opening">
        <h1>{t('search.title')}</h1>
        {view.result ? null : <p className="promise">{t('search.lead')}</p>}
      </header>
      <SearchFilters site={site} reader={reader} view={view} />
      <Answer site={site} reader={reader} view={view} />
    </article>
  );
}

function Answer({ site, reader, view }: { site: Site; reader: Reader; view: SearchPageView }) {
  const { t } = reader;
  const { result, waitSeconds } = view;
  if (waitSeconds !== undefined) {
    return (
      <div role="alert">
        <h2>{t('search.wait.title')}</h2>
        <p>{t('search.wait.text', { seconds: waitSeconds })}</p>
      </div>
    );
  }
  if (!result) return <SearchHelp reader={reader} />;
  if (result.items.length === 0) return <SearchNothing site={site} reader={reader} view={view} />;
  return (
    <section aria-labelledby="found">
      <h2 id="found" className="found-count">
        {t(result.isLoose ? 'search.count' : 'search.found', { n: result.total })}
      </h2>
      {result.isLoose ? <p>{t('search.loose')}</p> : null}
      {result.items.map((item) => (
        <FoundEpisode key={item.episode.id} addresses={site.addresses} reader={reader} item={item} />
      ))}
      <SearchPagesNav site={site} reader={reader} view={view} />
    </section>
  );
}
