import type { Addresses, EpisodeView, FeedReference } from '#libs/catalog';
import { cleanText } from '#libs/kernel';
import type { FeedView } from '../feed/feed.view.js';
import { toEnclosure } from '../item/enclosure.xml.js';
import { toTitle } from '../item/title.xml.js';
import { toImageTag, toSharedTags } from '../tag/place-tags.xml.js';
import { toTagRecords } from '../tag/records.xml.js';
import { limitLine } from '../xml/limit.js';
import { emptyNode, parentNode, textNode, type XmlNode } from '../xml/node.js';
import { toSecureUrl } from '../xml/url.js';
import type { ChannelView } from './channel.view.js';

/** What a channel says beyond the usual: from the show's feed settings, its trailers and its cover. */
export function toChannelTags({ channel, episodes }: FeedView, title: string, addresses: Addresses): XmlNode[] {
  const { feed, isPrivate } = channel;
  return [
    ...toSharedTags(feed),
    ...toImageTag(channel, title, addresses),
    ...toTrailers(episodes, addresses),
    ...toUpdateFrequency(channel),
    ...feed.verify.flatMap(({ purpose, text }) =>
      textNode('podcast:txt', cleanText(text).slice(0, 4000), { purpose: limitLine(purpose, 128) }),
    ),
    ...toBlock(channel),
    // Apps that hear it ask less often, so it is said only where podping is really told.
    ...(channel.usesPodping && !isPrivate ? [emptyNode('podcast:podping', { usesPodping: 'true' })] : []),
    // feed:P15
    ...(feed.podroll.length > 0
      ? [
          parentNode(
            'podcast:podroll',
            feed.podroll.map((each) => toRemoteItem(each)),
          ),
        ]
      : []),
    ...(feed.publisher ? [parentNode('podcast:publisher', [toRemoteItem(feed.publisher, 'publisher')])] : []),
    ...toTagRecords(feed.tags),
  ];
}

/** Every trailer that listeners can hear, newest first. */
function toTrailers(episodes: readonly EpisodeView[], addresses: Addresses): XmlNode[] {
  return episodes
    .filter(({ type, state, publishedAt }) => type === 'trailer' && state === 'published' && publishedAt)
    .sort((a, b) => Number(b.publishedAt) - Number(a.publishedAt) || (a.id < b.id ? 1 : -1))
    .flatMap((episode) => {
      const enclosure = toEnclosure(episode, addresses);
      const url = enclosure && toSecureUrl(enclosure.url);
      if (!url) return [];
      return textNode('podcast:trailer', limitLine(toTitle(episode), 128), {
        url,
        pubdate: episode.publishedAt!.toUTCString(),
        length: String(enclosure.size),
        type: enclosure.type,
        season: (episode.season ?? 0) > 0 ? String(episode.season) : undefined,
      });
    });
}

/** `feed:P18`. */
function toUpdateFrequency({ feed: { updateFrequency, complete } }: ChannelView): XmlNode[] {
  if (!updateFrequency) return [];
  const { text, rrule, startsAt } = updateFrequency;
  return textNode('podcast:updateFrequency', limitLine(text, 128), {
    complete: complete ? 'true' : undefined,
    dtstart: startsAt,
    rrule,
  });
}

/** A private feed is kept out of every directory (`feed:V02`, `feed:V03`). */
function toBlock({ feed, isPrivate }: ChannelView): XmlNode[] {
  return feed.blocked || isPrivate ? textNode('podcast:block', 'yes') : [];
}

function toRemoteItem({ feedGuid, feedUrl, title }: FeedReference, medium?: string): XmlNode {
  return emptyNode('podcast:remoteItem', {
    feedGuid,
    feedUrl: toSecureUrl(feedUrl),
    medium,
    title: limitLine(title, 128),
  });
}
