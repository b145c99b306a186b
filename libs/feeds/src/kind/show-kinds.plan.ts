import type { Addresses, EpisodeView, SeriesView, ShowFeed, ShowView } from '#libs/catalog';
import { toLanguage } from '#libs/kernel';
import { t, toRegion } from '#libs/messages';
import type { ChannelView } from '../channel/channel.view.js';
import { toShowChannel } from '../channel/show-channel.plan.js';
import { pickLocal } from '../xml/local-text.js';

/** What is true of a show's own feed only: where it moved to, that it is complete, who verified it, how often it comes. */
const ofTheShowOnly = { movedTo: '', complete: false, verify: [], updateFrequency: null } satisfies Partial<ShowFeed>;

/** “Show – Season 2”, with the season's name where it has one. */
export function toSeasonChannel(show: ShowView, season: number, addresses: Addresses): ChannelView {
  const channel = toShowChannel(show, addresses);
  const name = show.feed.seasons.find(({ number }) => number === season)?.name ?? '';
  const region = toRegion(show.language);
  const words = { show: channel.title, number: season };
  return {
    ...channel,
    kind: 'season',
    feedUrl: addresses.seasonFeed(show.slug, season),
    title: name ? t(region, 'kinds.season.titleNamed', { ...words, name }) : t(region, 'kinds.season.title', words),
    feed: { ...channel.feed, ...ofTheShowOnly },
  };
}

/** “Show – Mini-series”: told in order, and complete when as many parts are out as it is to have. */
export function toSeriesChannel(
  show: ShowView,
  series: SeriesView,
  episodes: readonly EpisodeView[],
  addresses: Addresses,
): ChannelView {
  const channel = toShowChannel(show, addresses);
  const text = pickLocal(series.texts, show.language);
  const parts = new Set(episodes.flatMap(({ series: place }) => place?.part ?? []));
  return {
    ...channel,
    kind: 'series',
    feedUrl: addresses.seriesFeed(show.slug, series.slug),
    title: `${channel.title} – ${text?.name ?? series.slug}`,
    description: text?.description || channel.description,
    type: 'serial',
    feed: { ...channel.feed, ...ofTheShowOnly, complete: series.parts !== null && parts.size >= series.parts },
  };
}

/** The episodes spoken in one language, under the show's texts in it. @param language two letters. */
export function toLanguageChannel(
  show: ShowView,
  language: string,
  episodes: readonly EpisodeView[],
  addresses: Addresses,
): ChannelView {
  const isOwn = baseOf(show.language) === language;
  const spoken = isOwn ? show.language : (episodes[0]?.language ?? language);
  const text = pickLocal(show.texts, spoken);
  const channel = toShowChannel(show, addresses);
  const region = toRegion(spoken);
  const name = new Intl.DisplayNames([region], { type: 'language' }).of(language) ?? language;
  const isTranslated = text !== undefined && baseOf(text.lang) === language;
  return {
    ...channel,
    kind: 'language',
    feedUrl: addresses.languageFeed(show.slug, language),
    pageUrl: addresses.show(toLanguage(language), show.slug),
    title: t(region, 'kinds.language.title', { show: text?.title ?? channel.title, language: name }),
    description: (isTranslated ? text.description : '') || channel.description,
    language: spoken,
    feed: { ...channel.feed, ...ofTheShowOnly },
  };
}

/** The show's films: what its items enclose is chosen by `toFilm`. */
export function toVideoChannel(show: ShowView, addresses: Addresses): ChannelView {
  const channel = toShowChannel(show, addresses);
  return {
    ...channel,
    kind: 'video',
    feedUrl: addresses.videoFeed(show.slug),
    title: t(toRegion(show.language), 'kinds.video.title', { show: channel.title }),
    feed: {
      ...channel.feed,
      ...ofTheShowOnly,
      medium: channel.feed.medium === 'podcast' ? 'video' : channel.feed.medium,
    },
  };
}

/** An episode whose enclosure is its film; undefined without one that is a single MP4, which is what apps play (`feed:I28`). */
export function toFilm(episode: EpisodeView): EpisodeView | undefined {
  const { enclosure } = episode;
  const film = enclosure?.alternates.find(({ kind, mime }) => kind === 'video' && mime === 'video/mp4');
  if (!enclosure || !film) return undefined;
  const { key, mime, bytes, durationMs, bitrate, sha256 } = film;
  return {
    ...episode,
    enclosure: { ...enclosure, ...{ key, mime, bytes, durationMs, bitrate, sha256 }, alternates: [] },
  };
}

/** The show with what it has for subscribers only; `placeholder` stands for each subscriber's secret. */
export function toPrivateChannel(show: ShowView, placeholder: string, addresses: Addresses): ChannelView {
  const channel = toShowChannel(show, addresses);
  return {
    ...channel,
    kind: 'private',
    feedUrl: addresses.secretFeed(placeholder),
    title: t(toRegion(show.language), 'kinds.private.title', { show: channel.title }),
    locked: true, // feed:V03
    isPrivate: true,
    feed: { ...channel.feed, ...ofTheShowOnly, complete: channel.feed.complete, push: false },
  };
}

function baseOf(language: string): string {
  return language.toLowerCase().split('-')[0]!;
}
