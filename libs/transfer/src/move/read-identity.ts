import type { Outbound } from '#libs/outbound';
import { readFeed } from '../feed-document/read-feed.js';
import type { Identity } from './move-check.plan.js';

const maxBytes = 40 * 1024 ** 2;
const timeoutMs = 20_000;
const pagesMax = 20;

export interface FoundFeed extends Identity {
  title: string;
  /** Every address that led there, and the last one. */
  addresses: string[];
}

/** Who the podcast at an address is, over all its pages. @throws OutboundError; NotAFeed and its kind; undefined for any status but 200. */
export async function readIdentity(outbound: Outbound, address: string): Promise<FoundFeed | undefined> {
  const itemGuids = new Set<string>();
  const seen = new Set<string>();
  let first: Omit<FoundFeed, 'itemGuids'> | undefined;
  for (let next = address; next && !seen.has(next) && seen.size < pagesMax;) {
    seen.add(next);
    const page = await readPage(outbound, next, itemGuids);
    first ??= page && { title: page.title, podcastGuid: page.podcastGuid, addresses: page.addresses };
    next = page?.nextUrl ?? '';
  }
  return first && { ...first, itemGuids };
}

async function readPage(outbound: Outbound, address: string, guids: Set<string>) {
  const answer = await outbound.fetch(address, { accept: feedTypes, maxBytes, timeoutMs });
  if (answer.status !== 200) {
    answer.body.destroy();
    return undefined;
  }
  const source = { bytes: answer.body, contentType: answer.headers['content-type'] ?? '', url: answer.url };
  const { channel, nextUrl } = await readFeed(source, { onItem: ({ guid }) => void guids.add(guid) });
  const addresses = [address, ...answer.redirects.map(({ to }) => to), answer.url];
  return { title: channel.title, podcastGuid: channel.guid, nextUrl, addresses };
}

const feedTypes = 'application/rss+xml, application/xml;q=0.9, text/xml;q=0.8, */*;q=0.1';
