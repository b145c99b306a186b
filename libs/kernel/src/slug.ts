/**
 * An address segment from a title: ASCII-folded, lower case, words joined by `-`, at most 80
 * characters cut at a word. A title without any Latin letter or digit gives `fallback`.
 */
export function toSlug(title: string, fallback = 'untitled'): string {
  const folded = title
    .toWellFormed()
    .replace(/[œŒ]/g, 'oe')
    .replace(/[æÆ]/g, 'ae')
    .replace(/ß/g, 'ss')
    .replace(/[øØ]/g, 'o')
    .replace(/[łŁ]/g, 'l')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  if (folded.length <= 80) return folded || fallback;
  const cut = folded.slice(0, 80);
  return cut.slice(0, Math.max(cut.lastIndexOf('-'), 40)).replace(/-+$/, '');
}

/** The first of `slug`, `slug-1`, `slug-2` … that is not taken. */
export function freeSlug(slug: string, isTaken: (candidate: string) => boolean): string {
  if (!isTaken(slug)) return slug;
  let n = 1;
  while (isTaken(`${slug}-${n}`)) n += 1;
  return `${slug}-${n}`;
}

/**
 * First segments of an address that a show may not take, because a route owns them. A show's slug
 * equal to one gets `-1`; a test walks the route table of every app against this list.
 */
export const reservedSegments = [
  'a', 'api', 'apple-touch-icon.png', 'assets', 'contact', 'e', 'embed', 'en', 'f', 'favicon.ico', 'favicon.svg', 'follow', 'fr', 'g',
  'healthz', 'humans.txt', 'i', 'm', 'manifest.webmanifest', 'metrics', 'oembed', 'opensearch.xml', 'legal', 'offline', 'opml.xml', 'p', 'privacy',
  'readyz', 'robots.txt', 's', 'search', 'sitemap', 'sitemap.xml', 'studio', 'sw.js', 't',
] as const; // prettier-ignore

export function isReservedSegment(segment: string): boolean {
  return (reservedSegments as readonly string[]).includes(segment) || segment.startsWith('.');
}
