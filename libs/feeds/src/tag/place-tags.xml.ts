import type { Addresses, EpisodeFeed, ShowFeed } from '#libs/catalog';
import { limitLine } from '../xml/limit.js';
import { emptyNode, textNode, type XmlNode } from '../xml/node.js';
import { toSecureUrl } from '../xml/url.js';

type Shared = Pick<ShowFeed & EpisodeFeed, 'funding' | 'licence' | 'places' | 'aiContent'>;

/** What a channel and an item say alike: who may be thanked with money, the licence, the places, and whether it is made by machines. */
export function toSharedTags({ funding, licence, places, aiContent }: Shared): XmlNode[] {
  return [
    ...funding.flatMap(({ url, text }) => {
      const link = toSecureUrl(url); // feed:P07
      return link ? textNode('podcast:funding', limitLine(text, 128), { url: link }) : [];
    }),
    ...(licence ? textNode('podcast:license', limitLine(licence.id, 128), { url: toSecureUrl(licence.url) }) : []),
    ...places.flatMap(({ name, rel, geo, osm, country }) =>
      textNode('podcast:location', limitLine(name, 128), { rel, geo, osm, country }),
    ),
    ...(aiContent === null ? [] : textNode('podcast:txt', String(aiContent), { purpose: 'ai-content' })),
  ];
}

/** The cover as `podcast:image`: square, in the width that it has. */
export function toImageTag(
  { coverKey, coverWidth }: { coverKey: string | null; coverWidth?: number | null },
  alt: string,
  addresses: Addresses,
): XmlNode[] {
  const href = coverKey ? toSecureUrl(addresses.image(coverKey, 'full')) : undefined;
  if (!href) return [];
  const width = coverWidth ? String(coverWidth) : undefined;
  return [
    emptyNode('podcast:image', { href, alt: limitLine(alt, 128), 'aspect-ratio': '1/1', width, purpose: 'artwork' }),
  ];
}
