import { type Addresses, isMailAddress, notesAsText } from '#libs/catalog';
import { cleanText, cutBytes } from '#libs/kernel';
import type { FeedOptions } from 'podcast';
import type { FeedView } from '../feed/feed.view.js';
import { toChannelPersons } from '../item/persons.xml.js';
import { limitLine } from '../xml/limit.js';
import { emptyNode, parentNode, textNode, type XmlNode } from '../xml/node.js';
import { toAsciiUrl } from '../xml/url.js';
import { toChannelTags } from './channel-tags.xml.js';
import type { ChannelView } from './channel.view.js';
import { toValidChannel } from './valid-channel.plan.js';

/** The channel's own elements. iTunes and podcast tags are all written here: the package's own are switched off (feeds.md, section 4). */
export function toChannel({ channel: given, episodes }: FeedView, addresses: Addresses): FeedOptions {
  const channel = toValidChannel(given);
  const title = limitLine(channel.title) || new URL(channel.pageUrl).pathname;
  return {
    title,
    description: toPlainText(channel.description) || title,
    siteUrl: toAsciiUrl(channel.pageUrl), // feed:C03
    feedUrl: toAsciiUrl(channel.feedUrl), // feed:C08
    language: channel.language.toLowerCase(), // feed:C04
    generator: 'Estrade', // without a version: an update must not change a byte (fault:F34)
    copyright: limitLine(channel.copyright) || undefined,
    namespaces: { iTunes: false, podcast: true, simpleChapters: false },
    customNamespaces: {
      itunes: 'http://www.itunes.com/dtds/podcast-1.0.dtd', // feed:X04
      psc: 'http://podlove.org/simple-chapters',
    },
    customElements: [
      ...toHubs(channel),
      ...toItunesElements({ channel, episodes }, title, addresses),
      ...toPodcastElements(channel, addresses),
      ...toChannelTags({ channel, episodes }, title, addresses),
    ],
  };
}

/** Beside the self link (`feed:C20`); never for a private feed, whose address it would tell everybody (`feed:V04`). */
function toHubs({ hubs, isPrivate }: ChannelView): XmlNode[] {
  return isPrivate ? [] : hubs.map((hub) => emptyNode('atom:link', { href: toAsciiUrl(hub), rel: 'hub' }));
}

/** Directories show the channel's description in many ways, so it has no mark-up; at most 4,000 bytes (`feed:C02`). */
function toPlainText(markdown: string): string {
  const text = cleanText(notesAsText(cleanText(markdown)));
  const cut = cutBytes(text, 4000);
  return cut === text ? text : `${cutBytes(text, 3997).trimEnd()}…`;
}

function toItunesElements(view: FeedView, title: string, addresses: Addresses): XmlNode[] {
  const { channel } = view;
  const author = limitLine(channel.author) || title;
  return [
    ...textNode('itunes:author', author), // feed:C10
    ...textNode('itunes:type', toItunesType(view)),
    // feed:C17, feed:C18: only when the producer chose to show an address.
    ...(isMailAddress(channel.ownerEmail)
      ? [
          parentNode('itunes:owner', [
            ...textNode('itunes:name', author),
            ...textNode('itunes:email', channel.ownerEmail),
          ]),
        ]
      : []),
    ...textNode('itunes:explicit', String(channel.explicit)), // feed:C06
    toCategory(channel.category, channel.subcategory), // feed:C05
    ...(channel.coverKey
      ? [emptyNode('itunes:image', { href: toAsciiUrl(addresses.image(channel.coverKey, 'full')) })]
      : []),
    ...toStanding(channel),
  ];
}

/** No more to come, kept out of directories, moved: each said only when it is so (`feed:C15`, `feed:C16`, `feed:V02`). */
function toStanding({ kind, feed, isPrivate }: ChannelView): XmlNode[] {
  const movedTo = kind === 'show' && !isPrivate ? feed.movedTo : '';
  return [
    ...(feed.complete ? textNode('itunes:complete', 'Yes') : []),
    ...(feed.blocked || isPrivate ? textNode('itunes:block', 'Yes') : []),
    ...(movedTo ? textNode('itunes:new-feed-url', toAsciiUrl(movedTo)) : []),
  ];
}

function toPodcastElements(channel: ChannelView, addresses: Addresses): XmlNode[] {
  const owner = isMailAddress(channel.ownerEmail) ? channel.ownerEmail : undefined;
  return [
    ...textNode('podcast:locked', channel.locked || channel.isPrivate ? 'yes' : 'no', { owner }), // feed:C12, feed:V03
    ...textNode('podcast:guid', channel.podcastGuid ?? ''), // feed:C11, feed:P12
    ...textNode('podcast:medium', channel.feed.medium),
    ...toChannelPersons(channel.hosts, channel.language, addresses),
  ];
}

/** `serial` only while every full episode has a number, which Apple needs to order them (`feed:C14`). */
function toItunesType({ channel, episodes }: FeedView): 'episodic' | 'serial' {
  const isNumbered = episodes.every((episode) => episode.type !== 'full' || (episode.number ?? 0) > 0);
  return channel.type === 'serial' && isNumbered ? 'serial' : 'episodic';
}

function toCategory(category: string, subcategory: string): XmlNode {
  if (!subcategory) return emptyNode('itunes:category', { text: category });
  return parentNode('itunes:category', [emptyNode('itunes:category', { text: subcategory })], { text: category });
}
