import { Addresses } from '#libs/catalog';
import { findBreaches } from '../../../../test/feeds/rules/check.js';
import { episodeView, showFeedView, toFeedView } from '../../../../test/feeds/views.js';
import { PagedFeed } from '../build/build-pages.js';
import { ItemTexts } from '../build/item-texts.js';
import { planPages, toPageLinks } from './feed-page.plan.js';
import { buildFeedXml } from './feed.xml.js';

const limits = { items: 3, bytes: 100 };
const addresses = new Addresses('https://pod.example');
const changedAt = new Date('2026-11-22T10:00:00Z');

describe('the pages of a feed', () => {
  it.each([
    ['nothing', [], [0]],
    ['as many items as fit', [10, 10, 10], [3]],
    ['one item more', [10, 10, 10, 10], [3, 1]],
    ['as many bytes as fit', [50, 50], [2]],
    ['one byte more', [50, 51], [1, 1]],
    ['an item that is too long for any page', [10, 500, 10], [1, 1, 1]],
  ])('of %s', (_, sizes, pages) => {
    expect(planPages(sizes, limits)).toEqual(pages);
  });

  it('name one another where there are several, and the first under its plain address', () => {
    const url = 'https://pod.example/a/feed.xml';
    expect(toPageLinks(url, { page: 1, pages: 1 })).toEqual({ feedUrl: url, links: '' });
    const relsOf = (page: number) =>
      [...toPageLinks(url, { page, pages: 3 }).links.matchAll(/href="([^"]+)" rel="(\w+)"/g)].map(([, to, rel]) => [
        rel,
        to,
      ]);
    expect(relsOf(1)).toEqual([
      ['first', url],
      ['next', `${url}?page=2`],
      ['last', `${url}?page=3`],
    ]);
    expect(relsOf(3)).toEqual([
      ['first', url],
      ['prev', `${url}?page=2`],
      ['last', `${url}?page=3`],
    ]);
    expect(toPageLinks(url, { page: 2, pages: 3 }).feedUrl).toBe(`${url}?page=2`);
  });

  it('of a long feed are each whole: every item once, the newest on the first, no rule broken (feed:C21)', async () => {
    const episodes = Array.from({ length: 5_003 }, (_, i) =>
      episodeView(i, { id: `01900000-0000-7000-9000-${String(i).padStart(12, '0')}`, number: i + 1, appearances: [] }),
    );
    const view = toFeedView({ ...showFeedView(), episodes }, addresses);
    const pages = await new PagedFeed(view, addresses, await new ItemTexts(addresses).of(view)).write(changedAt);
    const numbers = pages.map(({ xml }) => [...xml.matchAll(/<itunes:episode>(\d+)</g)].map(([, n]) => Number(n)));
    expect(numbers.flat()).toEqual(Array.from({ length: 5_003 }, (_, i) => 5_003 - i));
    expect(pages.every(({ xml }) => Buffer.byteLength(xml) < 10.1 * 1024 * 1024)).toBe(true);
    const last = pages.at(-1)!;
    expect(pages.length).toBeGreaterThan(1);
    const url = `https://pod.example/dates-not-logos/feed.xml?page=${last.page}`;
    expect(last.xml).toContain(`<atom:link href="${url}" rel="self" type="application/rss+xml"/>`);
    expect(findBreaches(last.xml, { url })).toEqual([]);
  });

  it('are one document, written in pieces, where there is one', async () => {
    const view = toFeedView(showFeedView(), addresses);
    const [page, ...more] = await new PagedFeed(view, addresses, await new ItemTexts(addresses).of(view)).write(
      changedAt,
    );
    expect(more).toEqual([]);
    expect(page!.xml).toBe(buildFeedXml(view, addresses, changedAt).xml);
  });
});
