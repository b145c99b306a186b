import { EpisodeRow } from '../episode/episode-row.js';
import { Empty } from '../layout/empty.js';
import { SearchForm } from '../site/search-form.js';
import type { Reader, Site } from '../site/site.js';
import { showPageAddress } from './show-head.js';
import { partName } from './show-texts.js';
import type { ShowPageView } from './show.view.js';

/** The search within the show, and one page of its episodes. */
export function ShowList({ site, reader, view }: { site: Site; reader: Reader; view: ShowPageView }) {
  const { show, episodes, part } = view;
  const { t } = reader;
  return (
    <section className="block" aria-labelledby="episodes">
      <h2 id="episodes">{part ? partName(part, show, reader).name : t('public.episodes')}</h2>
      {part ? (
        <p>
          <a href={site.addresses.path(site.addresses.show(reader.lang, show.slug))}>{t('site.allEpisodes')}</a>
        </p>
      ) : null}
      {site.isStatic || episodes.length === 0 ? null : (
        <SearchForm site={site} reader={reader} label={t('site.searchShow')} show={show.slug} />
      )}
      {episodes.map((episode) => (
        <EpisodeRow
          key={episode.id}
          addresses={site.addresses}
          reader={reader}
          episode={episode}
          zone={show.timeZone}
        />
      ))}
      {episodes.length === 0 ? (
        <Empty title={t('public.emptyShowTitle')}>
          <p>{t('public.emptyShowText')}</p>
        </Empty>
      ) : null}
      <Pages site={site} reader={reader} view={view} />
    </section>
  );
}

/** Real links: every page has an address. */
function Pages({ site, reader, view }: { site: Site; reader: Reader; view: ShowPageView }) {
  const { page, pages } = view;
  if (pages < 2) return null;
  const href = (to: number) => site.addresses.path(showPageAddress(site, reader.lang, view, to));
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
