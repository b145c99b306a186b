import { type Addresses, notesAsText } from '#libs/catalog';
import { cleanText, cutBytes, toLanguage } from '#libs/kernel';
import type { FeedOptions } from 'podcast';
import type { FeedView } from '../feed/feed.view.js';
import { toChannelPersons } from '../item/persons.xml.js';
import { limitLine } from '../xml/limit.js';
import { pickLocal } from '../xml/local-text.js';
import { emptyNode, parentNode, textNode, type XmlNode } from '../xml/node.js';
import { toAsciiUrl } from '../xml/url.js';

/** The channel's own elements. iTunes and podcast tags are all written here: the package's own are switched off (feeds.md, section 4). */
export function toChannel(view: FeedView, addresses: Addresses): FeedOptions {
  const { show, event } = view;
  const language = toLanguage(show.language);
  const { title, description } = toChannelTexts(view);
  return {
    title,
    description: description || title,
    siteUrl: toAsciiUrl(event ? addresses.event(language, event.slug) : addresses.show(language, show.slug)), // feed:C03
    feedUrl: toAsciiUrl(event ? addresses.eventFeed(event.slug) : addresses.showFeed(show.slug)), // feed:C08
    language: show.language.toLowerCase(), // feed:C04
    generator: 'Estrade', // without a version: an update must not change a byte (fault:F34)
    copyright: limitLine(show.copyright) || undefined,
    namespaces: { iTunes: false, podcast: true, simpleChapters: false },
    customNamespaces: {
      itunes: 'http://www.itunes.com/dtds/podcast-1.0.dtd', // feed:X04
      psc: 'http://podlove.org/simple-chapters',
    },
    customElements: [...toItunesElements(view, title, addresses), ...toPodcastElements(view, addresses)],
  };
}

function toChannelTexts({ show, event }: FeedView): { title: string; description: string } {
  const showText = pickLocal(show.texts, show.language);
  const eventText = event ? pickLocal(event.texts, show.language) : undefined;
  const title = event ? (eventText?.name ?? event.slug) : (showText?.title ?? show.slug);
  const description = event ? eventText?.description : showText?.description;
  return { title: limitLine(title) || show.slug, description: toPlainText(description ?? '') };
}

/** Directories show the channel's description in many ways, so it has no mark-up; at most 4,000 bytes (`feed:C02`). */
function toPlainText(markdown: string): string {
  const text = cleanText(notesAsText(cleanText(markdown)));
  const cut = cutBytes(text, 4000);
  return cut === text ? text : `${cutBytes(text, 3997).trimEnd()}…`;
}

function toItunesElements(view: FeedView, title: string, addresses: Addresses): XmlNode[] {
  const { show } = view;
  const author = limitLine(show.author) || title;
  return [
    ...textNode('itunes:author', author), // feed:C10
    ...textNode('itunes:type', toItunesType(view)),
    // feed:C17, feed:C18: only when the producer chose to show an address.
    ...(isMailAddress(show.ownerEmail)
      ? [parentNode('itunes:owner', [...textNode('itunes:name', author), ...textNode('itunes:email', show.ownerEmail)])]
      : []),
    ...textNode('itunes:explicit', String(show.explicit)), // feed:C06
    toCategory(show.category, show.subcategory), // feed:C05
    ...(show.coverKey ? [emptyNode('itunes:image', { href: toAsciiUrl(addresses.image(show.coverKey, 'full')) })] : []),
  ];
}

function toPodcastElements({ show, event }: FeedView, addresses: Addresses): XmlNode[] {
  const owner = isMailAddress(show.ownerEmail) ? show.ownerEmail : undefined;
  return [
    ...textNode('podcast:locked', show.locked ? 'yes' : 'no', { owner }), // feed:C12
    ...textNode('podcast:guid', (event ? event.podcastGuid : show.podcastGuid) ?? ''), // feed:C11, feed:P12
    ...textNode('podcast:medium', 'podcast'),
    ...(event ? [] : toChannelPersons(show.hosts, show.language, addresses)),
  ];
}

/** `serial` only while every full episode has a number, which Apple needs to order them (`feed:C14`). */
function toItunesType({ show, event, episodes }: FeedView): 'episodic' | 'serial' {
  const isNumbered = episodes.every((episode) => episode.type !== 'full' || (episode.number ?? 0) > 0);
  return show.type === 'serial' && !event && isNumbered ? 'serial' : 'episodic';
}

function toCategory(category: string, subcategory: string): XmlNode {
  if (!subcategory) return emptyNode('itunes:category', { text: category });
  return parentNode('itunes:category', [emptyNode('itunes:category', { text: subcategory })], { text: category });
}

function isMailAddress(text: string): boolean {
  return /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/.test(text);
}
