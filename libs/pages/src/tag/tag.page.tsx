import type { EpisodeView, NamedShow } from '#libs/catalog';
import { type Language, languages } from '#libs/kernel';
import { OwnFeed } from '../choice/own-feed.js';
import { EpisodeRow, nameFor } from '../episode/episode-row.js';
import { Follow } from '../episode/follow.js';
import { toPage } from '../layout/document.js';
import { Pages } from '../layout/pages.js';
import type { ShareImage } from '../site/share-image.js';
import { type Page, type Reader, readerOf, type Site } from '../site/site.js';

/** A page of everything under a tag, newest first, with the shows that it is from. */
export interface TagPageView {
  /** `count`: on all pages. */
  tag: { slug: string; name: string; count: number };
  episodes: EpisodeView[];
  page: number;
  pages: number;
  shows: NamedShow[];
  /** The card of this page for places where its link is shared; without one the cover stands for it. */
  card?: ShareImage;
}

/** The page of a tag: its episodes and talks across shows, and the feed that brings the next ones. */
export function tagPage(site: Site, lang: Language, view: TagPageView): Page {
  const reader = readerOf(site, lang);
  const { addresses } = site;
  const { page, pages, tag } = view;
  const { name, slug } = tag;
  return toPage({
    site,
    reader,
    head: {
      image: view.card,
      title: page > 1 ? `#${name} (${reader.t('public.pageOf', { page, pages })})` : `#${name}`,
      description: reader.t('kinds.tag.description', { tag: name }),
      canonical: addresses.tag(lang, slug, page),
      // Of one episode it says no more than that episode's own page (`ux` 1.6 e).
      robots: tag.count < 2 ? 'noindex' : undefined,
      alternates: languages.map((each) => ({ lang: each, href: addresses.tag(each, slug, page) })),
      feed: { title: `#${name}`, href: addresses.tagFeed(slug) },
    },
    otherHref: addresses.tag(lang === 'fr' ? 'en' : 'fr', slug, page),
    children: <Body site={site} reader={reader} view={view} />,
  });
}

function Body({ site, reader, view }: { site: Site; reader: Reader; view: TagPageView }) {
  const { t } = reader;
  const { addresses } = site;
  const { tag, episodes, shows, page, pages } = view;
  const showOf = new Map(shows.map((show) => [show.id, show]));
  return (
    <article>
      <header className="opening">
        <h1>#{tag.name}</h1>
        <p className="promise">{t('kinds.page.tagLead', { count: tag.count })}</p>
      </header>
      <div className="columns">
        <div className="main">
          {episodes.map((episode) => {
            const show = showOf.get(episode.showId);
            const text = show && nameFor(show.texts, reader, show.language);
            return (
              <EpisodeRow
                key={episode.id}
                addresses={addresses}
                reader={reader}
                episode={episode}
                zone={show?.timeZone ?? 'UTC'}
                from={text ? { label: text.title, lang: text.lang } : undefined}
                heading="h2"
              />
            );
          })}
          <Pages
            reader={reader}
            page={page}
            pages={pages}
            href={(to) => addresses.path(addresses.tag(reader.lang, tag.slug, to))}
          />
        </div>
        <aside className="side">
          <Follow
            reader={reader}
            addresses={addresses}
            feed={addresses.tagFeed(tag.slug)}
            title={`#${tag.name}`}
            lead={t('kinds.page.followTag')}
          />
          <OwnFeed site={site} reader={reader} begin={`tag=${tag.slug}`} />
        </aside>
      </div>
    </article>
  );
}
