import { type EpisodeView, type EventView, renderNotes, type ShowView } from '#libs/catalog';
import type { Language } from '#libs/kernel';
import { formatBytes, formatDate, formatDay } from '#libs/messages';
import { Breadcrumb, type Crumb } from '../layout/breadcrumb.js';
import { toPage } from '../layout/document.js';
import type { HeadView } from '../layout/head.js';
import { Appearances } from '../person/appearances.js';
import { Player } from '../player/player.js';
import { Cover } from '../site/image.js';
import { languageName, otherLang, type Page, type Reader, readerOf, type Site } from '../site/site.js';
import { Paragraphs, shortLine, Words } from '../site/words.js';
import { Chapters } from './chapters.js';
import {
  enclosureAddress,
  episodeAddress,
  episodeAlternates,
  episodeCanonical,
  episodeText,
} from './episode-address.js';
import { episodeJsonLd } from './episode.json-ld.js';
import { kindLine } from './episode-kind.js';
import { EpisodeRow, nameFor } from './episode-row.js';
import { Follow } from './follow.js';
import { TalkFacts } from './talk-facts.js';

export interface EpisodePageView {
  episode: EpisodeView;
  show: ShowView;
  /** Set for a talk. */
  event?: EventView;
  /** Other episodes of the show, or talks of the event; a few. */
  more: EpisodeView[];
}

/** The page of an episode or, with an event, of a talk (`ux` 3.1, 3.2), in the order of the text there. */
export function episodePage(site: Site, lang: Language, view: EpisodePageView): Page {
  const { episode, show } = view;
  const reader = readerOf(site, lang, show.language);
  const { addresses } = site;
  return toPage({
    site,
    reader,
    head: head(site, reader, view),
    accent: show.accent,
    hasPlayer: episode.enclosure !== null,
    otherHref: episodeAddress(addresses, episode, lang === 'fr' ? 'en' : 'fr'),
    children: <EpisodeBody site={site} reader={reader} view={view} />,
  });
}

function EpisodeBody({ site, reader, view }: { site: Site; reader: Reader; view: EpisodePageView }) {
  const { episode, show, event } = view;
  const { addresses } = site;
  const text = episodeText(episode, reader.lang)!;
  const home = show.language;
  const isForeign = otherLang(reader, text.lang) !== undefined;
  return (
    <article className="episode">
      <header className="opening">
        <Breadcrumb reader={reader} crumbs={crumbs(site, reader, view)} />
        <Words as="h1" reader={reader} lang={text.lang} className={sizeOf(text.title)}>
          {text.title}
        </Words>
        <Appearances
          addresses={addresses}
          reader={reader}
          appearances={episode.appearances}
          home={home}
          recordedOn={recordedOn(view)}
        />
        <p className="what">
          <span>{kindLine(reader, episode)}</span>
          {episode.explicit ? <span className="tag">{reader.t('public.explicit')}</span> : null}
          {isForeign ? <span>{reader.t('public.onlyIn', { language: languageName(reader, text.lang) })}</span> : null}
        </p>
      </header>
      <Sound site={site} reader={reader} view={view} title={text.title} />
      <div className="columns">
        <div className="main">
          {event ? <TalkFacts reader={reader} episode={episode} event={event} /> : null}
          {text.summary ? (
            <section
              className="block summary"
              lang={otherLang(reader, text.lang)}
              aria-label={reader.t('public.summary')}
            >
              <Paragraphs text={text.summary} />
            </section>
          ) : null}
          <Chapters reader={reader} chapters={episode.chapters} language={episode.language} />
          {text.notes.trim() ? (
            <section className="block" aria-labelledby="notes">
              <h2 id="notes">{reader.t('public.notes')}</h2>
              <div
                className="prose"
                lang={otherLang(reader, text.lang)}
                dangerouslySetInnerHTML={{ __html: renderNotes(text.notes) }}
              />
            </section>
          ) : null}
        </div>
        <Aside site={site} reader={reader} view={view} />
      </div>
      <More site={site} reader={reader} view={view} />
    </article>
  );
}

function Sound({ site, reader, view, title }: { site: Site; reader: Reader; view: EpisodePageView; title: string }) {
  const { episode, show } = view;
  const { addresses } = site;
  const source = enclosureAddress(addresses, episode);
  if (!episode.enclosure || !source) return <p className="no-audio">{reader.t('public.noAudio')}</p>;
  const artwork = episode.coverKey ?? show.coverKey;
  return (
    <Player
      reader={reader}
      episodeId={episode.id}
      title={title}
      artist={
        episode.appearances.map((a) => a.person.name).join(', ') ||
        (nameFor(show.texts, reader, show.language)?.title ?? '')
      }
      artwork={artwork ? addresses.path(addresses.image(artwork, 640)) : undefined}
      source={addresses.path(source)}
      mime={episode.enclosure.mime}
      durationMs={episode.enclosure.durationMs}
      peaks={episode.enclosure.peaks}
      chapters={episode.chapters}
      language={episode.language}
    />
  );
}

function Aside({ site, reader, view }: { site: Site; reader: Reader; view: EpisodePageView }) {
  const { episode, show, event } = view;
  const { addresses } = site;
  const name = event
    ? nameFor(event.texts, reader, show.language)?.name
    : nameFor(show.texts, reader, show.language)?.title;
  const source = enclosureAddress(addresses, episode);
  const zone = event?.timeZone ?? show.timeZone;
  return (
    <aside className="side">
      <Cover addresses={addresses} title={name ?? ''} imageKey={episode.coverKey ?? show.coverKey} size={280} />
      <dl className="facts">
        {episode.number !== null ? (
          <div>
            <dd>{numberLine(reader, episode)}</dd>
          </div>
        ) : null}
        {episode.publishedAt ? (
          <div>
            <dd>{reader.t('public.published', { date: formatDate(reader.region, episode.publishedAt, zone) })}</dd>
          </div>
        ) : null}
        {episode.recordedOn ? (
          <div>
            <dd>{reader.t('public.recorded', { date: formatDay(reader.region, episode.recordedOn) })}</dd>
          </div>
        ) : null}
      </dl>
      {episode.enclosure && source ? (
        <p>
          <a href={addresses.path(source)} download="">
            {reader.t('public.download', { size: formatBytes(reader.region, episode.enclosure.bytes) })}
          </a>
        </p>
      ) : null}
      <Follow
        reader={reader}
        addresses={addresses}
        feed={event ? addresses.eventFeed(event.slug) : addresses.showFeed(show.slug)}
        title={name ?? ''}
        lead={reader.t(event ? 'public.followEvent' : 'public.followLead')}
      />
    </aside>
  );
}

function More({ site, reader, view }: { site: Site; reader: Reader; view: EpisodePageView }) {
  const { more, show, event } = view;
  if (more.length === 0) return null;
  return (
    <section className="block more" aria-labelledby="more">
      <h2 id="more">{reader.t(event ? 'public.moreFromEvent' : 'public.more')}</h2>
      {more.map((episode) => (
        <EpisodeRow
          key={episode.id}
          addresses={site.addresses}
          reader={reader}
          episode={episode}
          zone={event?.timeZone ?? show.timeZone}
        />
      ))}
    </section>
  );
}

function numberLine(reader: Reader, { season, number }: EpisodeView): string {
  return season !== null
    ? reader.t('public.seasonNumber', { season, number: number ?? 0 })
    : reader.t('public.number', { number: number ?? 0 });
}

/** Long titles are set smaller, so that Play stays on a phone's first screen (`ux` L-01). */
function sizeOf(title: string): string | undefined {
  return title.length > 75 ? 'longer' : title.length > 45 ? 'long' : undefined;
}

/** The "as of" of every title; a talk without a date of its own has its programme's. */
function recordedOn({ episode, event }: EpisodePageView): string | null {
  return episode.recordedOn ?? (event ? event.startsOn : null);
}

function crumbs(site: Site, reader: Reader, { show, event }: EpisodePageView): Crumb[] {
  const { addresses } = site;
  const showText = nameFor(show.texts, reader, show.language);
  const eventText = event ? nameFor(event.texts, reader, show.language) : undefined;
  return [
    ...(showText
      ? [{ label: showText.title, lang: showText.lang, href: addresses.path(addresses.show(reader.lang, show.slug)) }]
      : []),
    ...(event && eventText
      ? [
          {
            label: eventText.name,
            lang: eventText.lang,
            href: addresses.path(addresses.event(reader.lang, event.slug)),
          },
        ]
      : []),
  ];
}

function head(site: Site, reader: Reader, view: EpisodePageView): HeadView {
  const { episode, show, event } = view;
  const { addresses } = site;
  const text = episodeText(episode, reader.lang)!;
  const parent = event
    ? nameFor(event.texts, reader, show.language)?.name
    : nameFor(show.texts, reader, show.language)?.title;
  const imageKey = episode.coverKey ?? show.coverKey;
  const source = enclosureAddress(addresses, episode);
  const canonical = episodeCanonical(addresses, episode, reader.lang);
  return {
    title: parent ? `${text.title} — ${parent}` : text.title,
    description: shortLine(text.summary || text.notes || kindLine(reader, episode)),
    canonical,
    alternates: episodeAlternates(addresses, episode),
    feed: event
      ? { title: parent ?? '', href: addresses.eventFeed(event.slug) }
      : { title: parent ?? '', href: addresses.showFeed(show.slug) },
    image: imageKey
      ? { url: addresses.image(imageKey, 1400), width: 1400, height: 1400, alt: parent ?? text.title }
      : undefined,
    audio: source && episode.enclosure ? { url: source, mime: episode.enclosure.mime } : undefined,
    jsonLd: episodeJsonLd(site, reader, view, canonical, crumbs(site, reader, view)),
  };
}
