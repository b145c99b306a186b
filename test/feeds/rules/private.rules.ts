import { type Answer, ask } from './ask.js';
import { textOf } from './channel.rules.js';
import { channelOf, childrenOf, type FeedDocument, itemsOf } from './document.js';
import { enclosureOf } from './item.rules.js';
import { type Finding, when } from './rule.js';
import { checkServed, served, type ServedRule, toDocument } from './served-rule.js';

interface PrivateFeed {
  url: string;
  answer: Answer;
  feed: FeedDocument;
}

const refusals = [401, 403, 404, 410];

/** Section J of feeds.md: private feeds. */
export const privateRules: readonly ServedRule<PrivateFeed>[] = [
  served('V01', 'MUST', ({ answer: { headers } }) =>
    when(
      !/\b(private|no-store)\b/.test(headers['cache-control'] ?? ''),
      `Cache-Control is ${headers['cache-control']}`,
    ),
  ),
  served('V02', 'MUST', ({ feed }) =>
    when(textOf(channelOf(feed), 'itunes:block') !== 'Yes', 'no <itunes:block>Yes</itunes:block>'),
  ),
  served('V03', 'SHOULD', ({ feed }) =>
    ['podcast:block', 'podcast:locked'].flatMap((key) =>
      when(textOf(channelOf(feed), key) !== 'yes', `${key} is not yes`),
    ),
  ),
  served('V04', 'MUST', ({ feed, answer }) => [
    ...when(
      childrenOf(channelOf(feed), 'atom:link').some(({ attributes }) => attributes.rel === 'hub'),
      'names a hub',
    ),
    ...when(/rel="?hub/.test(String(answer.headers.link ?? '')), 'names a hub in Link'),
  ]),
  served('V05', 'SHOULD', ({ answer: { headers } }) =>
    when(!/\bnoindex\b/.test(String(headers['x-robots-tag'] ?? '')), 'no X-Robots-Tag: noindex'),
  ),
  served('V06', 'MUST', async ({ url }) => {
    const tokens = tokensOf(url);
    return [...when(tokens.length === 0, 'has no token'), ...(await findOpen(url, tokens))];
  }),
  served('V07', 'MUST', async ({ url, feed }) => {
    const media = itemsOf(feed).map((item) => enclosureOf(item, 'url'))[0];
    if (!media) return [];
    const bound = tokensOf(media).filter((token) => tokensOf(url).includes(token) || media.includes(`?`));
    const bare = media.replace(/\?.*$/, '');
    return [
      ...when(bound.length === 0, `${media} is bound to no token`),
      ...(await findOpen(media, bound)),
      ...(bare === media ? [] : await findOpen(bare, [''])),
    ];
  }),
];

/** What is wrong with a feed that is for one subscriber. */
export async function checkPrivate(url: string): Promise<Finding[]> {
  const answer = await ask(url);
  return checkServed(privateRules, { url, answer, feed: toDocument(answer.body) }, url);
}

/** Long parts that look like secrets. */
function tokensOf(url: string): string[] {
  const { pathname, search } = new URL(url);
  return `${pathname}${search}`.match(/[\w-]{20,}/g) ?? [];
}

/** The addresses with one character of a token changed that are answered all the same; `''` asks as it is. */
async function findOpen(url: string, tokens: readonly string[]): Promise<string[]> {
  const problems: string[] = [];
  for (const token of tokens) {
    const changed = token.slice(0, -1) + (token.endsWith('a') ? 'b' : 'a');
    const { status } = await ask(token ? url.replace(token, changed) : url, { range: 'bytes=0-1' });
    problems.push(...when(!refusals.includes(status), `${token ? 'a changed token' : 'no token'} gives ${status}`));
  }
  return problems;
}
