import type { Language } from '#libs/kernel';
import { toPage } from '../layout/document.js';
import { type Page, readerOf, type Site } from '../site/site.js';
import { siteBlocksCss } from '../style/site-blocks.css.js';
import { showHead, showPageAddress } from './show-head.js';
import { ShowList } from './show-list.js';
import { ShowOpening } from './show-opening.js';
import { ShowSide } from './show-side.js';
import { StartWith } from './start-with.js';
import type { ShowPageView } from './show.view.js';

/** The page of a show (`ux` 3.5): who, what one gets, where to begin, the episodes with real pages, how to follow. */
export function showPage(site: Site, lang: Language, view: ShowPageView): Page {
  const { show, page, part } = view;
  const reader = readerOf(site, lang, show.language);
  return toPage({
    site,
    reader,
    head: showHead(site, reader, view),
    accent: show.accent,
    css: siteBlocksCss,
    otherHref: showPageAddress(site, lang === 'fr' ? 'en' : 'fr', view, page),
    children: (
      <article className="show">
        <ShowOpening site={site} reader={reader} show={show} />
        {page === 1 && !part ? <StartWith site={site} reader={reader} episodes={view.startWith ?? []} /> : null}
        <div className="columns">
          <div className="main">
            <ShowList site={site} reader={reader} view={view} />
          </div>
          <ShowSide site={site} reader={reader} view={view} />
        </div>
      </article>
    ),
  });
}
