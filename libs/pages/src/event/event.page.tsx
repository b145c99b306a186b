import { type EpisodeView, type EventView, renderNotes, type ShowView } from '#libs/catalog';
import { type Language, languages, toLanguage } from '#libs/kernel';
import { formatDayRange } from '#libs/messages';
import { nameFor } from '../episode/episode-row.js';
import { Follow } from '../episode/follow.js';
import { Breadcrumb } from '../layout/breadcrumb.js';
import { toPage } from '../layout/document.js';
import { Empty } from '../layout/empty.js';
import type { HeadView } from '../layout/head.js';
import type { ShareImage } from '../site/share-image.js';
import { otherLang, type Page, type Reader, readerOf, type Site } from '../site/site.js';
import { setText, shortLine, Words } from '../site/words.js';
import { eventJsonLd } from './event.json-ld.js';
import { Programme, zoneName } from './programme.js';

export interface EventPageView {
  event: EventView;
  show: ShowView;
  talks: EpisodeView[];
  /** The card of this page for places where its link is shared; without one the cover stands for it. */
  card?: ShareImage;
}

/** The page of an event: name, dates, place, programme and feed (`ux` 3.4, as far as there is data). */
export function eventPage(site: Site, lang: Language, view: EventPageView): Page {
  const { event, show } = view;
  const reader = readerOf(site, lang, show.language);
  return toPage({
    site,
    reader,
    head: head(site, reader, view),
    accent: show.accent,
    otherHref: site.addresses.event(lang === 'fr' ? 'en' : 'fr', event.slug),
    children: <Body site={site} reader={reader} view={view} />,
  });
}

/** `12–13 mai 2026`. */
export function eventDates(reader: Reader, { startsOn, endsOn }: EventView): string {
  return formatDayRange(reader.region, startsOn, endsOn);
}

function Body({ site, reader, view }: { site: Site; reader: Reader; view: EventPageView }) {
  const { event, show, talks } = view;
  const { addresses } = site;
  const text = nameFor(event.texts, reader, show.language);
  const showText = nameFor(show.texts, reader, show.language);
  const { t } = reader;
  return (
    <article className="event">
      <header className="opening">
        {showText ? (
          <Breadcrumb
            addresses={addresses}
            reader={reader}
            crumbs={[
              {
                label: showText.title,
                lang: showText.lang,
                href: addresses.show(reader.lang, show.slug),
              },
            ]}
          />
        ) : null}
        <Words as="h1" reader={reader} lang={text?.lang ?? reader.lang}>
          {text?.name ?? event.slug}
        </Words>
        <p className="when-where">
          <time dateTime={event.startsOn}>{eventDates(reader, event)}</time>
          {event.place ? <span>{event.place}</span> : null}
          <span className="soft">{zoneName(reader, new Date(`${event.startsOn}T12:00:00Z`), event.timeZone)}</span>
        </p>
      </header>
      <div className="columns">
        <div className="main">
          {text?.description ? (
            <div
              className="block prose lead-prose"
              lang={otherLang(reader, text.lang)}
              dangerouslySetInnerHTML={{ __html: setText(reader, text.lang, renderNotes(text.description)) }}
            />
          ) : null}
          <section className="block" aria-labelledby="programme">
            <h2 id="programme">
              {t('public.programme')} <span className="count">{t('public.talkCount', { count: talks.length })}</span>
            </h2>
            {talks.length > 0 ? (
              <Programme addresses={addresses} reader={reader} event={event} talks={talks} />
            ) : (
              <Empty title={t('public.emptyEventTitle')}>
                <p>{t('public.emptyEventText')}</p>
              </Empty>
            )}
          </section>
        </div>
        <aside className="side">
          <Follow
            reader={reader}
            addresses={addresses}
            feed={addresses.eventFeed(event.slug)}
            title={text?.name ?? ''}
            lead={t('public.followEvent')}
          />
        </aside>
      </div>
    </article>
  );
}

function head(site: Site, reader: Reader, view: EventPageView): HeadView {
  const { addresses } = site;
  const { event, show, card } = view;
  const text = nameFor(event.texts, reader, show.language);
  const name = setText(reader, text?.lang ?? reader.lang, text?.name ?? event.slug);
  const home = toLanguage(show.language);
  const url = addresses.event(reader.lang, event.slug);
  return {
    title: name,
    description: descriptionOf(reader, event, text),
    canonical: url,
    alternates: [...languages]
      .sort((a, b) => Number(b === home) - Number(a === home))
      .map((lang) => ({ lang, href: addresses.event(lang, event.slug) })),
    feed: { title: name, href: addresses.eventFeed(event.slug) },
    image:
      card ??
      (show.coverKey ? { url: addresses.image(show.coverKey, 1400), width: 1400, height: 1400, alt: name } : undefined),
    jsonLd: eventJsonLd(site, reader, view),
  };
}

function descriptionOf(reader: Reader, event: EventView, text: EventView['texts'][number] | undefined): string {
  if (text?.description) return setText(reader, text.lang, shortLine(text.description));
  return [eventDates(reader, event), event.place].filter(Boolean).join(', ');
}
