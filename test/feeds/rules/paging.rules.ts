import { ask } from './ask.js';
import { textOf } from './channel.rules.js';
import { channelOf, childrenOf, type FeedDocument, itemsOf } from './document.js';
import { type Finding, when } from './rule.js';
import { checkServed, served, type ServedRule, toDocument } from './served-rule.js';

interface Page {
  feed: FeedDocument;
  status: number;
  next: FeedDocument;
  seen: ReadonlySet<string>;
}

/** `feed:C21`: every further page is there, of the same show, with items of its own (RFC 5005). */
export const pagingRules: readonly ServedRule<Page>[] = [
  served('C21', 'MUST', ({ feed, status, next, seen }) => {
    const [here, there] = [feed, next].map((each) => textOf(channelOf(each), 'podcast:guid'));
    const guids = itemsOf(next).map((item) => textOf(item, 'guid'));
    return [
      ...when(status !== 200, `gives ${status}`),
      ...when(status === 200 && here !== there, 'is of another show'),
      ...when(status === 200 && guids.length === 0, 'has no items'),
      ...when(
        guids.some((guid) => seen.has(guid)),
        'repeats items',
      ),
    ];
  }),
];

/** Follows `rel="next"` to the last page; a circle ends where it closes, since its items are repeated. */
export async function checkPaging(source: string | Buffer): Promise<Finding[]> {
  const findings: Finding[] = [];
  let feed = toDocument(source);
  const seen = new Set<string>();
  while (findings.length === 0) {
    for (const item of itemsOf(feed)) seen.add(textOf(item, 'guid'));
    const url = childrenOf(channelOf(feed), 'atom:link').find(({ attributes }) => attributes.rel === 'next')?.attributes
      .href;
    if (!url) break;
    const { status, body } = await ask(url);
    const next = toDocument(body);
    findings.push(...(await checkServed(pagingRules, { feed, status, next, seen }, url)));
    feed = next;
  }
  return findings;
}
