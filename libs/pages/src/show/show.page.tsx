import { type EpisodeView, type EventView, renderNotes, type ShowView } from '#libs/catalog';
import { type Language, languages, toLanguage } from '#libs/kernel';
import { OwnFeed } from '../choice/own-feed.js';
import { EpisodeRow, nameFor } from '../episode/episode-row.js';
import { Follow } from '../episode/follow.js';
import { EventRow } from '../event/event-row.js';
import { toPage } from '../layout/document.js';
import { Empty } from '../layout/empty.js';
import type { HeadView } from '../layout/head.js';
import { Cover, Portrait } from '../site/image.js';
import type { ShareImage } from '../site/share-image.js';
import { languageName, otherLang, type Page, type Reader, readerOf, type Site } from '../site/site.js';
import { shortLine, Words } from '../site/words.js';

export interface ShowPageView {
  show: ShowView;
  /** The episodes of one page, newest first. */
  episodes: EpisodeView[];
  page: number;
  pages: number;
  events: EventView[];
  /** The card of this page for places where its link is shared; without one the cover stands for it. */
  card?: ShareImage;
}

/** The page of a show: cover, promise, hosts, latest episodes with real pages, how to follow (`ux` 3.5). */
export function showPage(site: Site, lang: Language, view: ShowPageView): Page {
  const { show } = view;
  const reader = readerOf(site, lang, show.language);
  return toPage({
    site,
    reader,
    head: head(site, reader, view),
    accent: show.accent,
    otherHref: site.addresses.show(lang === 'fr' ? 'en' : 'fr', show.slug, view.page),
    children: <Body site={site} reader={reader} view={view} />,
  });
}

function Body({ site, reader, view }: { site: Site; reader: Reader; view: ShowPageView }) {
  const { show, episodes } = view;
  const { addresses } = site;
  const { t } = reader;
  const text = nameFor(show.texts, reader, show.language);
  const title = text?.title ?? show.slug;
  return (
    <article className="show">
      <header className="opening show-opening">
        <Cover addresses={addresses} title={title} imageKey={show.coverKey} size={280} eager />
        <div>
          <Words as="h1" reader={reader} lang={text?.lang ?? reader.lang}>
            {title}
          </Words>
          {text?.description ? (
            <Words as="p" reader={reader} lang={text.lang} className="promise">
              {firstSentence(text.description)}
            </Words>
          ) : null}
          <Hosts site={site} reader={reader} show={show} />
          <p className="soft">
            {t('public.episodeCount', { count: show.episodeCount })} ·{' '}
            {t('public.showLanguage', { language: languageName(reader, show.language) })}
          </p>
        </div>
      </header>
      <div className="columns">
        <div className="main">
          <section className="block" aria-labelledby="episodes">
            <h2 id="episodes">{t('public.episodes')}</h2>
            {episodes.length > 0 ? (
              episodes.map((episode) => (
                <EpisodeRow
                  key={episode.id}
                  addresses={addresses}
                  reader={reader}
                  episode={episode}
                  zone={show.timeZone}
                />
              ))
            ) : (
              <Empty title={t('public.emptyShowTitle')}>
                <p>{t('public.emptyShowText')}</p>
              </Empty>
            )}
            <Pages site={site} reader={reader} view={view} />
          </section>
        </div>
        <aside className="side">
          <Follow
            reader={reader}
            addresses={addresses}
            feed={addresses.showFeed(show.slug)}
            title={title}
            lead={t('public.followLead')}
          />
          <OwnFeed site={site} reader={reader} begin={`show=${show.slug}`} />
          {text?.description && text.description.trim() !== firstSentence(text.description) ? (
            <section className="block" aria-labelledby="about">
              <h2 id="about">{t('public.about')}</h2>
              <div
                className="prose"
                lang={otherLang(reader, text.lang)}
                dangerouslySetInnerHTML={{ __html: renderNotes(text.description) }}
              />
            </section>
          ) : null}
          {view.events.length > 0 ? (
            <section className="block" aria-labelledby="events">
              <h2 id="events">{t('public.showEvents')}</h2>
              {view.events.map((event) => (
                <EventRow key={event.id} addresses={addresses} reader={reader} event={event} />
              ))}
            </section>
          ) : null}
        </aside>
      </div>
    </article>
  );
}

function Hosts({ site, reader, show }: { site: Site; reader: Reader; show: ShowView }) {
  const { addresses } = site;
  if (show.hosts.length === 0)
    return show.author ? <p className="names">{reader.t('public.showBy', { names: show.author })}</p> : null;
  return (
    <ul className="hosts" aria-label={reader.t('public.hosts')}>
      {show.hosts.map((host) => (
        <li key={host.id}>
          <Portrait addresses={addresses} name={host.name} photoKey={host.photoKey} size={40} />
          <a href={addresses.path(addresses.guest(reader.lang, host.slug))}>{host.name}</a>
        </li>
      ))}
    </ul>
  );
}

function Pages({ site, reader, view }: { site: Site; reader: Reader; view: ShowPageView }) {
  const { show, page, pages } = view;
  const { addresses } = site;
  if (pages < 2) return null;
  const href = (to: number) => addresses.path(addresses.show(reader.lang, show.slug, to));
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

/** The promise: the description up to the end of its first sentence or line. */
function firstSentence(description: string): string {
  const line = description.trim().split('\n')[0]!;
  return /^.{20,220}?[.!?…](?=\s|$)/u.exec(line)?.[0] ?? shortLine(line, 200);
}

function head(site: Site, reader: Reader, { show, page, card }: ShowPageView): HeadView {
  const { addresses } = site;
  const text = nameFor(show.texts, reader, show.language);
  const title = text?.title ?? show.slug;
  const home = toLanguage(show.language);
  const url = addresses.show(reader.lang, show.slug, page);
  const image = show.coverKey ? addresses.image(show.coverKey, 1400) : undefined;
  return {
    title: page > 1 ? `${title} (${reader.t('public.pageOf', { page, pages: page })})` : title,
    description: shortLine(text?.description || reader.t('public.episodeCount', { count: show.episodeCount })),
    canonical: url,
    alternates: [...languages]
      .sort((a, b) => Number(b === home) - Number(a === home))
      .map((lang) => ({ lang, href: addresses.show(lang, show.slug, page) })),
    feed: { title, href: addresses.showFeed(show.slug) },
    image: card ?? (image ? { url: image, width: 1400, height: 1400, alt: title } : undefined),
    jsonLd: {
      '@context': 'https://schema.org',
      '@type': 'PodcastSeries',
      '@id': `${addresses.show(reader.lang, show.slug)}#show`,
      url: addresses.show(reader.lang, show.slug),
      name: title,
      description: text?.description || undefined,
      inLanguage: show.language,
      webFeed: addresses.showFeed(show.slug),
      author:
        show.hosts.length > 0
          ? show.hosts.map((host) => ({ '@type': 'Person', name: host.name }))
          : show.author || undefined,
      image,
      identifier: show.podcastGuid ?? undefined,
    },
  };
}
