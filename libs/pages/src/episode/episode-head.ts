import type { EpisodeTextView } from '#libs/catalog';
import { embedCode, hasFilm } from '../embed/embed-code.js';
import { oembedLinks } from '../embed/oembed-links.js';
import type { Crumb } from '../layout/breadcrumb.js';
import type { HeadView } from '../layout/head.js';
import type { Reader, Site } from '../site/site.js';
import { setText, shortLine } from '../site/words.js';
import { enclosureAddress, episodeAlternates, episodeCanonical, episodeText } from './episode-address.js';
import { episodeJsonLd } from './episode.json-ld.js';
import { kindLine } from './episode-kind.js';
import type { EpisodePageView } from './episode.page.js';
import { nameFor } from './episode-row.js';

/** What the page of an episode or talk says about itself. */
export function episodeHead(site: Site, reader: Reader, view: EpisodePageView): HeadView {
  const { episode, show, event } = view;
  const { addresses } = site;
  const text = episodeText(episode, reader.lang)!;
  const parent = event
    ? nameFor(event.texts, reader, show.language)?.name
    : nameFor(show.texts, reader, show.language)?.title;
  const imageKey = episode.coverKey ?? show.coverKey;
  const source = enclosureAddress(addresses, episode);
  const canonical = episodeCanonical(addresses, episode, reader.lang);
  const title = setText(reader, text.lang, text.title);
  return {
    title: parent ? `${title} — ${parent}` : title,
    description: setText(reader, text.lang, descriptionOf(text, kindLine(reader, episode))),
    type: hasFilm(episode) ? 'video.other' : undefined,
    canonical,
    robots: episode.isUnlisted ? 'noindex' : undefined,
    alternates: episodeAlternates(addresses, episode),
    feed: event
      ? { title: parent ?? '', href: addresses.eventFeed(event.slug) }
      : { title: parent ?? '', href: addresses.showFeed(show.slug) },
    image:
      view.card ??
      (imageKey
        ? { url: addresses.image(imageKey, 1400), width: 1400, height: 1400, alt: parent ?? text.title }
        : undefined),
    oembed: oembedLinks(site, reader, episode, { title: text.title, startAt: view.startAt, endAt: view.endAt }),
    audio: source && episode.enclosure ? { url: source, mime: episode.enclosure.mime } : undefined,
    video: filmOf(site, episode),
    player: playerOf(site, reader, view, title),
    creators: episode.appearances.flatMap(({ person }) => person.fediverse ?? []),
    jsonLd: episodeJsonLd(site, reader, view, canonical, episodeCrumbs(site, reader, view)),
  };
}

/** Places that show a film in a preview fetch all of it: a larger one is left out (`ux` 3.2). */
const mostFilmBytes = 50_000_000;

function filmOf({ addresses }: Site, episode: EpisodePageView['episode']): HeadView['video'] {
  const films = episode.enclosure?.alternates.filter(({ kind, bytes }) => kind === 'video' && bytes <= mostFilmBytes);
  const film = films?.sort((a, b) => b.bytes - a.bytes)[0];
  return film && { url: addresses.alternateOf(episode, film), mime: film.mime };
}

/** The embedded player, at the moment that the page was asked for. */
function playerOf(site: Site, reader: Reader, view: EpisodePageView, title: string): HeadView['player'] {
  const { episode, startAt, endAt } = view;
  if (site.isStatic || !episode.enclosure) return undefined;
  const { src, width, height } = embedCode(site, reader, episode, title, { startAt, endAt });
  return { url: src, width, height };
}

/** The first takeaway says more of an episode than its summary does; a short one is followed by it (`ux` 3.0). */
function descriptionOf({ takeaways, summary, notes }: EpisodeTextView, kind: string): string {
  const [first] = takeaways;
  const rest = summary || notes;
  return shortLine([first?.text, !first || first.text.length < 100 ? rest : ''].filter(Boolean).join(' ') || kind);
}

/** Show, then event, mini-series or season: the way to the page. */
export function episodeCrumbs(
  site: Site,
  reader: Reader,
  { episode, show, event }: Pick<EpisodePageView, 'episode' | 'show' | 'event'>,
): Crumb[] {
  const { addresses } = site;
  const showText = nameFor(show.texts, reader, show.language);
  const eventText = event ? nameFor(event.texts, reader, show.language) : undefined;
  return [
    ...(showText ? [{ label: showText.title, lang: showText.lang, href: addresses.show(reader.lang, show.slug) }] : []),
    ...(event && eventText
      ? [
          {
            label: eventText.name,
            lang: eventText.lang,
            href: addresses.event(reader.lang, event.slug),
          },
        ]
      : []),
    ...withinShow(reader, episode),
  ];
}

/** A mini-series or a season has no page of its own: it is only named. */
function withinShow(reader: Reader, { series, season, showLanguage }: EpisodePageView['episode']): Crumb[] {
  const name = series && nameFor(series.texts, reader, showLanguage);
  if (name) return [{ label: name.name, lang: name.lang }];
  return season === null ? [] : [{ label: reader.t('episode.season', { season }), lang: reader.lang }];
}
