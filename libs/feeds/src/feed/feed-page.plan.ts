/** One page of so many, the newest items on the first. */
export interface PageOf {
  page: number;
  pages: number;
}

/** Up to here a feed is on one page: most apps read no further than the first (feeds.md, section 3). */
export const pageLimits = { items: 5_000, bytes: 10 * 1024 * 1024 };

/**
 * How many items, newest first, each page has: one page as long as both limits allow it, else as few as they allow
 * (RFC 5005, section 3). A feed without items has a page too.
 * @param sizes of the items, in bytes.
 */
export function planPages(sizes: readonly number[], limits = pageLimits): number[] {
  const pages: number[] = [];
  let [count, bytes] = [0, 0];
  for (const size of sizes) {
    if (count > 0 && (count === limits.items || bytes + size > limits.bytes)) {
      pages.push(count);
      [count, bytes] = [0, 0];
    }
    count += 1;
    bytes += size;
  }
  return [...pages, count];
}

/** The address of a page, and the links to the others (`feed:C21`); a feed of one page has none. */
export function toPageLinks(feedUrl: string, { page, pages }: PageOf): { feedUrl: string; links: string } {
  if (pages === 1) return { feedUrl, links: '' };
  const links: [string, number][] = [
    ['first', 1],
    ...(page > 1 ? ([['prev', page - 1]] as [string, number][]) : []),
    ...(page < pages ? ([['next', page + 1]] as [string, number][]) : []),
    ['last', pages],
  ];
  const toLink = ([rel, number]: [string, number]) =>
    `<atom:link href="${toPageUrl(feedUrl, number)}" rel="${rel}" type="application/rss+xml"/>`;
  return { feedUrl: toPageUrl(feedUrl, page), links: links.map(toLink).join('') };
}

function toPageUrl(feedUrl: string, page: number): string {
  return page === 1 ? feedUrl : `${feedUrl}?page=${page}`;
}
