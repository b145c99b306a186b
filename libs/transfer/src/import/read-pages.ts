import { AnswerRefused, OutboundError } from '#libs/outbound';
import { EstradeError } from '#libs/kernel';
import { feedLimits } from '../feed-document/limits.js';
import type { FeedProblem, ImportedChannel, ImportedItem, TagCount } from '../feed-document/imported-feed.js';
import { type FeedDocument, readFeed } from '../feed-document/read-feed.js';
import type { ImportDeps } from './import.deps.js';

/** What all pages of a feed say together; the channel is the first one's. */
export interface FeedPages {
  readonly channel: ImportedChannel;
  readonly finalUrl: string;
  readonly pages: number;
  readonly tags: TagCount[];
  readonly problems: FeedProblem[];
}

const pagesMax = 100;
const pageBytes = 128 * 1024 ** 2;
const pageMs = 120_000;
const allMs = 600_000;

/** Takes an item; false: it was there already. */
export type TakeItem = (item: ImportedItem) => Promise<boolean>;

/**
 * Reads a feed with all its pages (RFC 5005), each through the guarded client. A page that comes again, or brings
 * nothing new, is the last one. @throws what the first page throws; a later one that fails is a problem.
 */
export async function readPages(
  deps: Pick<ImportDeps, 'outbound' | 'idleMs'>,
  sourceUrl: string,
  take: TakeItem,
  signal: AbortSignal,
): Promise<FeedPages> {
  const seen = new Set<string>();
  const problems: FeedProblem[] = [];
  const tags = new Map<string, TagCount>();
  const end = AbortSignal.timeout(allMs);
  let first: { channel: ImportedChannel; finalUrl: string } | undefined;
  let url = sourceUrl;
  let left: number = feedLimits.items;
  let pages = 0;
  for (; url && left > 0; pages += 1) {
    if (seen.has(url)) problems.push({ code: 'PAGES_CYCLIC', params: { page: pages } });
    else if (pages >= pagesMax || end.aborted) problems.push({ code: 'PAGES_CAPPED', params: { max: pages } });
    if (seen.has(url) || pages >= pagesMax || end.aborted) break;
    seen.add(url);
    const page: Page | FeedProblem = await readPage(deps, url, take, left, signal).catch((error: unknown) => {
      if (!first || signal.aborted || !(error instanceof EstradeError)) throw error;
      return { code: 'PAGE_FAILED' as const, params: { page: pages + 1 } };
    });
    if ('code' in page) {
      problems.push(page);
      break;
    }
    first ??= { channel: page.channel, finalUrl: page.finalUrl };
    seen.add(page.finalUrl);
    problems.push(...page.problems);
    addTags(tags, page.tags, pages === 0);
    left -= page.items;
    if (page.fresh === 0 && pages > 0) {
      problems.push({ code: 'PAGES_CYCLIC', params: { page: pages + 1 } });
      break;
    }
    url = page.nextUrl;
  }
  return { ...first!, pages, tags: [...tags.values()], problems };
}

interface Page extends FeedDocument {
  finalUrl: string;
  /** Items that no page before had. */
  fresh: number;
}

async function readPage(
  { outbound, idleMs }: Pick<ImportDeps, 'outbound' | 'idleMs'>,
  url: string,
  take: TakeItem,
  itemsMax: number,
  signal: AbortSignal,
): Promise<Page> {
  const accept = 'application/rss+xml, application/atom+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, */*;q=0.1';
  const answer = await outbound.fetch(url, { accept, maxBytes: pageBytes, timeoutMs: pageMs, idleMs, signal });
  let fresh = 0;
  try {
    if (answer.status !== 200) throw new AnswerRefused(answer.status);
    const source = { bytes: answer.body, contentType: answer.headers['content-type'] ?? '', url: answer.url };
    const document = await readFeed(source, {
      itemsMax,
      onItem: async (item) => {
        if (await take(item)) fresh += 1;
      },
    });
    return { ...document, finalUrl: answer.url, fresh };
  } finally {
    // What is left unread after the last item that counts.
    answer.body.on('error', () => undefined).destroy();
  }
}

/** Of the channel only the first page's. */
function addTags(all: Map<string, TagCount>, page: readonly TagCount[], isFirst: boolean): void {
  for (const tag of page) {
    if (tag.of === 'channel' && !isFirst) continue;
    const key = `${tag.of} ${tag.name}`;
    const known = all.get(key);
    if (known) all.set(key, { ...known, count: known.count + tag.count });
    else if (all.size < 300) all.set(key, tag);
  }
}

/** Whether another try later may help. */
export function isTransient(error: unknown): boolean {
  return error instanceof OutboundError ? error.transient : !(error instanceof EstradeError);
}
