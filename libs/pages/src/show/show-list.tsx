import { EpisodeRow } from '../episode/episode-row.js';
import { Empty } from '../layout/empty.js';
import { Pages } from '../layout/pages.js';
import { SearchForm } from '../site/search-form.js';
import type { Reader, Site } from '../site/site.js';
import { PartTitle } from './part-title.js';
import { showPageAddress } from './show-head.js';
import type { ShowPageView } from './show.view.js';

/** The search within the show, and one page of its episodes. */
export function ShowList({ site, reader, view }: { site: Site; reader: Reader; view: ShowPageView }) {
  const { show, episodes, part } = view;
  const { t } = reader;
  return (
    <section className="block" aria-labelledby="episodes">
      <h2 id="episodes">{part ? <PartTitle reader={reader} show={show} part={part} /> : t('public.episodes')}</h2>
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
      <Pages
        reader={reader}
        page={view.page}
        pages={view.pages}
        href={(to) => site.addresses.path(showPageAddress(site, reader.lang, view, to))}
      />
    </section>
  );
}
