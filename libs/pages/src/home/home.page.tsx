import type { HomeView, ShowView } from '#libs/catalog';
import { type Language, languages } from '#libs/kernel';
import { EpisodeRow, nameFor } from '../episode/episode-row.js';
import { FeedAddress } from '../episode/follow.js';
import { EventRow } from '../event/event-row.js';
import { toPage } from '../layout/document.js';
import { Empty } from '../layout/empty.js';
import { Cover } from '../site/image.js';
import { SearchForm } from '../site/search-form.js';
import type { ShareImage } from '../site/share-image.js';
import { type Page, type Reader, readerOf, type Site } from '../site/site.js';
import { promiseOf } from '../show/show-texts.js';
import { siteBlocksCss } from '../style/site-blocks.css.js';
import { HeardRecently } from './heard-recently.js';
import { type FeedLink, MoreFeeds } from './more-feeds.js';
import { shortLine, Words } from '../site/words.js';

/** The first page: shows, latest, events and every public feed; a designed one when there is nothing yet. */
export function homePage(
  site: Site,
  lang: Language,
  view: HomeView & { card?: ShareImage },
  moreFeeds: readonly FeedLink[] = [],
): Page {
  const reader = readerOf(site, lang);
  const { addresses } = site;
  const url = addresses.home(lang);
  return toPage({
    site,
    reader,
    head: {
      title: site.name,
      image: view.card,
      description: reader.t('public.homeLead'),
      canonical: url,
      alternates: inOrder(site).map((each) => ({ lang: each, href: addresses.home(each) })),
      opml: view.shows.length > 0 ? { title: reader.t('kinds.page.opml'), href: addresses.opml() } : undefined,
      jsonLd: {
        '@context': 'https://schema.org',
        '@type': 'WebSite',
        '@id': `${addresses.origin}/#site`,
        url,
        name: site.name,
        inLanguage: inOrder(site).map((each) => site.regions[each]),
        ...(!site.isStatic && {
          potentialAction: {
            '@type': 'SearchAction',
            target: `${addresses.search(lang)}?q={search_term_string}`,
            'query-input': 'required name=search_term_string',
          },
        }),
      },
    },
    css: siteBlocksCss,
    hasSearch: view.shows.length + view.events.length > 0,
    otherHref: addresses.home(lang === 'fr' ? 'en' : 'fr'),
    children: <Body site={site} reader={reader} view={view} moreFeeds={moreFeeds} />,
  });
}

function Body(props: { site: Site; reader: Reader; view: HomeView; moreFeeds: readonly FeedLink[] }) {
  const { site, reader, view } = props;
  const { t } = reader;
  const { addresses } = site;
  if (view.shows.length === 0 && view.events.length === 0) {
    return (
      <div className="home-empty">
        <h1 className="sr">{site.name}</h1>
        <Empty title={t('public.emptyHomeTitle')}>
          <p>{t('public.emptyHomeText')}</p>
          <p>
            <a className="button primary" href={addresses.path(addresses.studio())}>
              {t('public.toStudio')}
            </a>
          </p>
        </Empty>
      </div>
    );
  }
  return (
    <div className="home">
      <header className="opening home-opening">
        <div>
          <h1>{t('public.homeTitle')}</h1>
          <p className="promise">{t('public.homeLead')}</p>
        </div>
        {site.isStatic ? null : <SearchForm site={site} reader={reader} label={t('site.searchSite')} isMain />}
      </header>
      <ul className="covers" aria-label={t('public.shows')}>
        {view.shows.map((show) => (
          <ShowCard key={show.id} site={site} reader={reader} show={show} />
        ))}
      </ul>
      <div className="columns">
        <section className="main block" aria-labelledby="latest">
          <h2 id="latest">{t('public.latest')}</h2>
          <Latest site={site} reader={reader} view={view} />
        </section>
        <aside className="side">
          <HeardRecently site={site} reader={reader} episodes={view.latest} />
          {view.events.length > 0 ? (
            <section className="block" aria-labelledby="events">
              <h2 id="events">{t('public.events')}</h2>
              {view.events.map((event) => (
                <EventRow key={event.id} addresses={addresses} reader={reader} event={event} />
              ))}
            </section>
          ) : null}
          <Feeds {...props} />
        </aside>
      </div>
    </div>
  );
}

/** The site's first language first: search engines take it for everybody else's. */
function inOrder({ firstLanguage = 'en' }: Site): Language[] {
  return [...languages].sort((a, b) => Number(b === firstLanguage) - Number(a === firstLanguage));
}

function Latest({ site, reader, view }: { site: Site; reader: Reader; view: HomeView }) {
  const showOf = new Map(view.shows.map((show) => [show.id, show]));
  return (
    <>
      {view.latest.map((episode) => {
        const show = showOf.get(episode.showId);
        const text = show ? nameFor(show.texts, reader, show.language) : undefined;
        return (
          <EpisodeRow
            key={episode.id}
            addresses={site.addresses}
            reader={reader}
            episode={episode}
            zone={show?.timeZone ?? 'UTC'}
            from={text ? { label: text.title, lang: text.lang } : undefined}
          />
        );
      })}
    </>
  );
}

function ShowCard({ site, reader, show }: { site: Site; reader: Reader; show: ShowView }) {
  const { addresses } = site;
  const text = nameFor(show.texts, reader, show.language);
  const path = addresses.path(addresses.show(reader.lang, show.slug));
  const promise = promiseOf(show, reader);
  return (
    <li>
      <a href={path} tabIndex={-1} aria-hidden="true">
        <Cover addresses={addresses} title={text?.title ?? show.slug} imageKey={show.coverKey} size={220} eager />
      </a>
      <div>
        <h2 className="card-title">
          <a href={path}>
            <Words reader={reader} lang={text?.lang ?? reader.lang}>
              {text?.title ?? show.slug}
            </Words>
          </a>
        </h2>
        {promise ? (
          <Words as="p" reader={reader} lang={promise.lang} className="lead">
            {shortLine(promise.text, 140)}
          </Words>
        ) : null}
        <p className="under">{reader.t('public.episodeCount', { count: show.episodeCount })}</p>
      </div>
    </li>
  );
}

function Feeds(props: { site: Site; reader: Reader; view: HomeView; moreFeeds: readonly FeedLink[] }) {
  const { site, reader, view } = props;
  const { addresses } = site;
  const feeds = [
    ...view.shows.map((show) => ({
      text: nameFor(show.texts, reader, show.language),
      title: nameFor(show.texts, reader, show.language)?.title ?? show.slug,
      href: addresses.showFeed(show.slug),
    })),
    ...view.events.map((event) => ({
      text: nameFor(event.texts, reader, event.showLanguage),
      title: nameFor(event.texts, reader, event.showLanguage)?.name ?? event.slug,
      href: addresses.eventFeed(event.slug),
    })),
  ];
  return (
    <section className="block" aria-labelledby="feeds">
      <h2 id="feeds">{reader.t('public.feeds')}</h2>
      <p className="soft">{reader.t('public.feedsLead')}</p>
      <ul className="feeds">
        {feeds.map(({ text, title, href }) => (
          <li key={href}>
            <Words as="p" reader={reader} lang={text?.lang ?? reader.lang}>
              <a href={addresses.path(href)}>{title}</a>
            </Words>
            <FeedAddress reader={reader} feed={href} title={title} isLabelled={false} />
          </li>
        ))}
      </ul>
      <MoreFeeds site={site} reader={reader} links={props.moreFeeds} />
      {view.shows.length > 0 ? (
        <p>
          <a href={addresses.path(addresses.opml())}>{reader.t('kinds.page.opml')}</a>
        </p>
      ) : null}
      {site.isStatic ? null : (
        <p>
          <a href={addresses.path(addresses.choice(reader.lang))}>{reader.t('kinds.page.own')}</a>
        </p>
      )}
    </section>
  );
}
