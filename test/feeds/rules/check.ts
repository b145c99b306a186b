import { channelRules } from './channel.rules.js';
import { type FeedDocument, parseFeed } from './document.js';
import { itemRules } from './item.rules.js';
import { namespacePartRules } from './namespace-parts.rules.js';
import { namespaceRules } from './namespace.rules.js';
import type { Finding, Rule, Surroundings } from './rule.js';
import { structureRules } from './structure.rules.js';

/** Every rule about the document itself: sections A, C, D and E, but for paging (C21), which takes another fetch. */
export const documentRules: readonly Rule[] = [
  ...structureRules,
  ...channelRules,
  ...itemRules,
  ...namespaceRules,
  ...namespacePartRules,
];

/** What is wrong with a feed, in the order of the rules; an empty list is a feed that breaks none. */
export function checkFeed(source: string | Buffer | FeedDocument, around: Partial<Surroundings> = {}): Finding[] {
  const feed = typeof source === 'string' || Buffer.isBuffer(source) ? parseFeed(Buffer.from(source)) : source;
  const surroundings = { now: new Date(), ...around };
  return documentRules.flatMap(({ id, level, check }) =>
    check(feed, surroundings).map((problem) => ({ id, level, problem })),
  );
}

/** The breaches of what a feed MUST do, as readable lines. */
export function findBreaches(source: string | Buffer, around: Partial<Surroundings> = {}): string[] {
  return checkFeed(source, around)
    .filter((finding) => finding.level === 'MUST')
    .map((finding) => `${finding.id}: ${finding.problem}`);
}
