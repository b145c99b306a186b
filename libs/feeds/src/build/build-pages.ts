import type { Addresses } from '#libs/catalog';
import { setImmediate as turn } from 'node:timers/promises';
import { digestOf } from '../feed/feed-bytes.js';
import { planPages } from '../feed/feed-page.plan.js';
import { toDocument } from '../feed/feed.xml.js';
import type { FeedView } from '../feed/feed.view.js';

/** One page of a feed, written but not compressed. */
export interface WrittenPage {
  page: number;
  xml: string;
  digest: string;
  itemCount: number;
}

/** What a feed says at one instant, which can be written with any date of its last change. */
export class PagedFeed {
  private readonly counts: number[];

  constructor(
    private readonly view: FeedView,
    private readonly addresses: Addresses,
    private readonly items: readonly string[],
  ) {
    this.counts = planPages(items.map((item) => Buffer.byteLength(item)));
  }

  async write(changedAt: Date): Promise<WrittenPage[]> {
    const pages: WrittenPage[] = [];
    let from = 0;
    for (const [i, count] of this.counts.entries()) {
      const items = this.items.slice(from, from + count);
      const of = { page: i + 1, pages: this.counts.length };
      const { xml, itemCount } = toDocument(this.view, this.view.addresses ?? this.addresses, items, changedAt, of);
      pages.push({ page: i + 1, xml, digest: digestOf(xml), itemCount });
      from += count;
      await turn();
    }
    return pages;
  }

  /** Whether these are its bytes, as they were written then (`feed:H08`). */
  async isSame(stored: { changedAt: Date; digests: readonly string[] }): Promise<boolean> {
    if (stored.digests.length !== this.counts.length) return false;
    const pages = await this.write(stored.changedAt);
    return pages.every(({ digest }, i) => digest === stored.digests[i]);
  }
}
