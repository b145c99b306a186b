import type { Addresses, EventView, ShowView } from '#libs/catalog';
import { toLanguage } from '#libs/kernel';
import { pickLocal } from '../xml/local-text.js';
import type { ChannelView } from './channel.view.js';

/** The channel of a whole show. */
export function toShowChannel(show: ShowView, addresses: Addresses): ChannelView {
  const text = pickLocal(show.texts, show.language);
  const { language, category, subcategory, explicit, type, author, ownerEmail, copyright, locked } = show;
  return {
    ...{ language, category, subcategory, explicit, type, author, ownerEmail, copyright, locked },
    kind: 'show',
    feedUrl: addresses.showFeed(show.slug),
    pageUrl: addresses.show(toLanguage(language), show.slug),
    title: text?.title ?? show.slug,
    description: text?.description ?? '',
    podcastGuid: show.podcastGuid,
    coverKey: show.coverKey,
    coverWidth: show.coverWidth,
    hosts: show.hosts,
    isPrivate: false,
    hubs: [],
    feed: show.feed,
  };
}

/** The channel of an event's talks under its show's cover, category and owner; the show's hosts need not be the event's. */
export function toEventChannel(event: EventView, show: ShowView, addresses: Addresses): ChannelView {
  const text = pickLocal(event.texts, show.language);
  return {
    ...toShowChannel(show, addresses),
    kind: 'event',
    feedUrl: addresses.eventFeed(event.slug),
    pageUrl: addresses.event(toLanguage(show.language), event.slug),
    title: text?.name ?? event.slug,
    description: text?.description ?? '',
    type: 'episodic',
    podcastGuid: event.podcastGuid,
    hosts: [],
  };
}
