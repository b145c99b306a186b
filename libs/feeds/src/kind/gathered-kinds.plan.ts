import { type Addresses, type EpisodeView, type ShowFeed, type ShowView, usualShowFeed } from '#libs/catalog';
import { type Language, toLanguage } from '#libs/kernel';
import { t, toRegion } from '#libs/messages';
import type { ChannelView } from '../channel/channel.view.js';
import { toShowChannel } from '../channel/show-channel.plan.js';
import { pickLocal } from '../xml/local-text.js';

/** What a feed across shows is made of. `shows`: those of its episodes; `home`: the one of the newest, whose cover, category and owner it has. */
export interface Gathered {
  home: ShowView;
  shows: readonly ShowView[];
  episodes: readonly EpisodeView[];
}

/** What a person's feed says of them; the photo is square, `photoWidth` in pixels. */
export interface PersonSaid {
  slug: string;
  name: string;
  photoKey: string | null;
  photoWidth: number | null;
  texts: { lang: string; biography: string }[];
}

/** Apple takes no smaller cover. */
const leastCover = 1400;

/** Everything in which a person appears, under their name, with their photo where it is large enough for a cover. */
export function toPersonChannel(gathered: Gathered, person: PersonSaid, addresses: Addresses): ChannelView {
  const { language } = gathered.home;
  const { name, slug, photoKey, photoWidth } = person;
  const isCover = photoKey !== null && (photoWidth ?? 0) >= leastCover;
  const words = t(toRegion(language), 'kinds.person.description', { name });
  const biography = pickLocal(person.texts, language)?.biography.trim() ?? '';
  return {
    ...toGathered(gathered, addresses),
    kind: 'person',
    feedUrl: addresses.personFeed(slug),
    pageUrl: addresses.guest(toLanguage(language), slug),
    title: name,
    author: name,
    ...(isCover && { coverKey: photoKey, coverWidth: photoWidth }),
    description: biography ? `${words}\n\n${biography}` : words,
  };
}

/** Everything under a tag. */
export function toTagChannel(
  gathered: Gathered,
  tag: { slug: string; name: string },
  addresses: Addresses,
): ChannelView {
  const { language } = gathered.home;
  return {
    ...toGathered(gathered, addresses),
    kind: 'tag',
    feedUrl: addresses.tagFeed(tag.slug),
    pageUrl: addresses.tag(toLanguage(language), tag.slug),
    title: `#${tag.name}`,
    description: t(toRegion(language), 'kinds.tag.description', { tag: tag.name }),
  };
}

/** What a listener chose, in the language in which they chose it; nobody's but theirs. */
export function toPersonalChannel(
  gathered: Gathered,
  { lang, placeholder }: { lang: Language; placeholder: string },
  addresses: Addresses,
): ChannelView {
  const region = toRegion(lang);
  const site = new URL(addresses.origin).host;
  return {
    ...toGathered(gathered, addresses),
    kind: 'personal',
    feedUrl: addresses.secretFeed(placeholder),
    pageUrl: addresses.choice(lang),
    title: t(region, 'kinds.personal.title'),
    description: t(region, 'kinds.personal.description', { site }),
    language: region,
    author: site,
    ownerEmail: '',
    isPrivate: true,
  };
}

/** Newest first. */
export function byRelease(a: EpisodeView, b: EpisodeView): number {
  return Number(b.publishedAt) - Number(a.publishedAt) || (a.id < b.id ? 1 : -1);
}

function toGathered({ home, shows, episodes }: Gathered, addresses: Addresses): ChannelView {
  const feed: ShowFeed = {
    ...usualShowFeed,
    // A show that wants to be in no directory is in none through a back door either.
    blocked: shows.some((show) => show.feed.blocked),
    push: shows.every((show) => show.feed.push),
  };
  return {
    ...toShowChannel(home, addresses),
    explicit: home.explicit || episodes.some(({ explicit }) => explicit),
    type: 'episodic',
    copyright: '',
    locked: true,
    podcastGuid: null,
    hosts: [],
    feed,
  };
}

/** A show's cover for a feed of several: that of the newest episode's show that has one. */
export function pickHome(shows: readonly ShowView[], episodes: readonly EpisodeView[]): ShowView | undefined {
  const showOf = new Map(shows.map((show) => [show.id, show]));
  const inOrder = [...episodes].sort(byRelease).flatMap(({ showId }) => showOf.get(showId) ?? []);
  return inOrder.find(({ coverKey }) => coverKey) ?? inOrder[0] ?? shows[0];
}
