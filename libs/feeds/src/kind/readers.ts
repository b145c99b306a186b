import {
  type Addresses,
  type Audience,
  type EpisodeView,
  EventQuery,
  type ListingWhere,
  SecretAddresses,
  SecretQuery,
  SeriesQuery,
  ShowQuery,
} from '#libs/catalog';
import { toLanguage } from '#libs/kernel';
import type { EntityManager } from 'typeorm';
import type { ChannelView } from '../channel/channel.view.js';
import { toEventChannel, toShowChannel } from '../channel/show-channel.plan.js';
import type { Feed, FeedKind } from '../feed/feed.entity.js';
import { toPersonalChannel, toPersonChannel, toTagChannel } from './gathered-kinds.plan.js';
import { readGathered, readPerson, readSelected } from './gathered.query.js';
import { toPlaceholder } from './placeholder.js';
import {
  toFilm,
  toLanguageChannel,
  toPrivateChannel,
  toSeasonChannel,
  toSeriesChannel,
  toVideoChannel,
} from './show-kinds.plan.js';
import { toTrackChannel } from './track-kind.plan.js';

/** How a feed of one kind is read: which episodes, for whom, and the channel that they make. */
export interface Reading {
  where: ListingWhere;
  /** Everybody unless it says otherwise. */
  audience?: Audience;
  /** The newest so many; all without it. */
  most?: number;
  /** An episode as this kind shows it; undefined: not at all. */
  toItem?: (episode: EpisodeView) => EpisodeView | undefined;
  /** Undefined: there is nothing to say any more. */
  channel: (episodes: readonly EpisodeView[]) => ChannelView | undefined | Promise<ChannelView | undefined>;
  addresses?: Addresses;
}

/** Undefined when what the feed is about is deleted. */
type Reader = (
  manager: EntityManager,
  feed: Pick<Feed, 'id' | 'subjectId' | 'key'>,
  addresses: Addresses,
) => Promise<Reading | undefined>;

/** A listener's own feed has so many of the newest. */
const personalMost = 300;

/** One reader a kind. */
export const readers: Record<FeedKind, Reader> = {
  show: ofShow((show, _feed, addresses) => ({
    where: { showId: show.id },
    channel: () => toShowChannel(show, addresses),
  })),
  season: ofShow((show, { key }, addresses) => ({
    where: { showId: show.id, season: Number(key) },
    channel: () => toSeasonChannel(show, Number(key), addresses),
  })),
  language: ofShow((show, { key }, addresses) => ({
    where: { showId: show.id, language: key },
    channel: (episodes) => toLanguageChannel(show, key, episodes, addresses),
  })),
  video: ofShow((show, _feed, addresses) => ({
    where: { showId: show.id, hasVideo: true },
    toItem: toFilm,
    channel: () => toVideoChannel(show, addresses),
  })),
  private: ofShow((show, { id }, addresses) => ({
    where: { showId: show.id },
    audience: 'subscribers',
    channel: () => toPrivateChannel(show, toPlaceholder(id), addresses),
    addresses: new SecretAddresses(addresses.origin, toPlaceholder(id), addresses.hosts),
  })),
  async series(manager, { subjectId }, addresses) {
    const series = await new SeriesQuery(manager).byId(subjectId);
    const show = series && (await new ShowQuery(manager).byId(series.showId));
    if (!series || !show) return undefined;
    return {
      where: { showId: show.id, seriesId: series.id },
      channel: (episodes) => toSeriesChannel(show, series, episodes, addresses),
    };
  },
  event: ofEvent((event, show, _feed, addresses) => ({
    where: { eventId: event.id },
    channel: () => toEventChannel(event, show, addresses),
  })),
  track: ofEvent((event, show, { key }, addresses) => ({
    where: { eventId: event.id, track: key },
    channel: ([newest]) => toTrackChannel(event, show, { slug: key, name: newest?.track || key }, addresses),
  })),
  async person(manager, { subjectId }, addresses) {
    const person = await readPerson(manager, subjectId);
    if (!person) return undefined;
    return {
      where: { personId: person.id },
      channel: async (episodes) => {
        const gathered = await readGathered(manager, episodes);
        return gathered && toPersonChannel(gathered, person, addresses);
      },
    };
  },
  async tag(manager, { key }, addresses) {
    return {
      where: { tagSlug: key },
      channel: async (episodes) => {
        const gathered = await readGathered(manager, episodes);
        const name = episodes.flatMap(({ tags }) => tags).find(({ slug }) => slug === key)?.name ?? key;
        return gathered && toTagChannel(gathered, { slug: key, name }, addresses);
      },
    };
  },
  async personal(manager, { id, subjectId }, addresses) {
    const selection = await new SecretQuery(manager).selection(subjectId);
    if (!selection) return undefined;
    return {
      where: { episodeIds: await readSelected(manager, selection, personalMost) },
      most: personalMost,
      channel: async (episodes) => {
        const gathered = await readGathered(manager, episodes);
        const own = { lang: toLanguage(selection.lang), placeholder: toPlaceholder(id) };
        return gathered && toPersonalChannel(gathered, own, addresses);
      },
    };
  },
};

type ShowOf = NonNullable<Awaited<ReturnType<ShowQuery['byId']>>>;
type EventOf = NonNullable<Awaited<ReturnType<EventQuery['byId']>>>;

/** A kind whose subject is a show. */
function ofShow(read: (show: ShowOf, feed: Pick<Feed, 'id' | 'key'>, addresses: Addresses) => Reading): Reader {
  return async (manager, feed, addresses) => {
    const show = await new ShowQuery(manager).byId(feed.subjectId);
    return show && read(show, feed, addresses);
  };
}

/** A kind whose subject is an event; its show says the rest. */
function ofEvent(
  read: (event: EventOf, show: ShowOf, feed: Pick<Feed, 'id' | 'key'>, addresses: Addresses) => Reading,
): Reader {
  return async (manager, feed, addresses) => {
    const event = await new EventQuery(manager).byId(feed.subjectId);
    const show = event && (await new ShowQuery(manager).byId(event.showId));
    return event && show && read(event, show, feed, addresses);
  };
}
