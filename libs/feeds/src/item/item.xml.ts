import type { Addresses, EpisodeView } from '#libs/catalog';
import { cleanText } from '#libs/kernel';
import type { ItemOptions } from 'podcast';
import { buildItemNotes } from '../notes/item-notes.xml.js';
import { limitLine } from '../xml/limit.js';
import { cdataNode, emptyNode, textNode, type XmlNode } from '../xml/node.js';
import { toAsciiUrl, toSecureUrl } from '../xml/url.js';
import { toAlternateEnclosures } from './alternates.xml.js';
import { toOrderedChapters, toSimpleChapters } from './chapters.xml.js';
import { toEnclosure } from './enclosure.xml.js';
import type { ItemContext } from './item-context.plan.js';
import { toItemTags } from './item-tags.xml.js';
import { toPage } from './page.xml.js';
import { toItemPersons } from './persons.xml.js';
import { toTitle } from './title.xml.js';

/**
 * One item, or undefined for an episode that a feed must not list: not published, or without a file (`abuse:A31`,
 * `feed:I03`).
 */
export function toFeedItem(episode: EpisodeView, context: ItemContext): ItemOptions | undefined {
  const { addresses } = context;
  const enclosure = toEnclosure(episode, addresses);
  if (episode.state !== 'published' || !episode.publishedAt || !enclosure) return undefined;
  const notes = buildItemNotes(episode, context);
  return {
    title: toTitle(episode),
    description: notes.description,
    url: toPage(episode, addresses),
    // Byte for byte (feed:I07); only what no XML parser could have read in an imported one is dropped (feed:X01).
    guid: cleanText(episode.guid),
    date: episode.publishedAt,
    enclosure,
    customElements: [
      ...cdataNode('content:encoded', notes.content),
      ...toItunesElements(episode, addresses),
      ...toPodcastElements(episode, context),
      ...toItemTags(episode, context),
      ...toSimpleChapters(toOrderedChapters(episode.chapters)),
    ],
  };
}

function toItunesElements(episode: EpisodeView, addresses: Addresses): XmlNode[] {
  const seconds = Math.max(1, Math.round((episode.enclosure?.durationMs ?? 0) / 1000));
  return [
    ...textNode('itunes:duration', String(seconds)), // feed:I17, whole seconds
    ...textNode('itunes:explicit', String(episode.explicit)), // feed:I19
    ...textNode('itunes:episodeType', episode.type),
    ...textNode('itunes:season', toPositive(episode.season)), // feed:I21
    ...textNode('itunes:episode', toPositive(episode.number)),
    ...(episode.coverKey
      ? [emptyNode('itunes:image', { href: toAsciiUrl(addresses.image(episode.coverKey, 'full')) })]
      : []),
    ...(episode.feed.blocked ? textNode('itunes:block', 'Yes') : []), // feed:C15
  ];
}

function toPodcastElements(episode: EpisodeView, { channel, addresses }: ItemContext): XmlNode[] {
  const chapters = episode.chapters.some((chapter) => chapter.title.trim())
    ? toSecureUrl(addresses.chapters(episode.id)) // feed:P07
    : undefined;
  return [
    // feed:P20, the same numbers
    ...textNode('podcast:season', toPositive(episode.season), {
      name: limitLine(channel.feed.seasons.find(({ number }) => number === episode.season)?.name ?? '', 128),
    }),
    ...textNode('podcast:episode', toPositive(episode.number), { display: limitLine(episode.feed.display, 32) }),
    ...toItemPersons(episode, channel.hosts, addresses),
    ...(chapters ? [emptyNode('podcast:chapters', { url: chapters, type: 'application/json+chapters' })] : []),
    ...toAlternateEnclosures(episode, addresses),
  ];
}

function toPositive(value: number | null): string {
  return value !== null && Number.isInteger(value) && value > 0 ? String(value) : '';
}
