import { channelOf, type Element, type FeedDocument, itemsOf } from './document.js';

export type Level = 'MUST' | 'SHOULD';

/** What a rule looks at beside the document: the address it was served from and the present moment. */
export interface Surroundings {
  url?: string;
  /** The address under which the show was first published, when its podcast:guid was made from one (`feed:P12`). */
  firstUrl?: string;
  now: Date;
}

/** One rule of feeds.md, by its id; `check` returns a sentence for each breach. */
export interface Rule {
  id: string;
  level: Level;
  check(feed: FeedDocument, around: Surroundings): string[];
}

export interface Finding {
  id: string;
  level: Level;
  problem: string;
}

export function rule(id: string, level: Level, check: Rule['check']): Rule {
  return { id, level, check };
}

/** A rule about the channel. */
export function channelRule(id: string, level: Level, check: (channel: Element) => string[]): Rule {
  return rule(id, level, (feed) => {
    const channel = channelOf(feed);
    return channel ? check(channel) : [];
  });
}

/** A rule about each item. */
export function itemRule(id: string, level: Level, check: (item: Element) => string[]): Rule {
  return rule(id, level, (feed) =>
    itemsOf(feed).flatMap((item, i) => check(item).map((problem) => `item ${i + 1}: ${problem}`)),
  );
}

/** The sentence, when the condition for it holds. */
export function when(broken: boolean, problem: string): string[] {
  return broken ? [problem] : [];
}

export function isAbsolute(url: string | undefined): boolean {
  return url !== undefined && /^https?:\/\//i.test(url) && URL.canParse(url);
}

export function isHttps(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  const isLoopback = hostname === 'localhost' || hostname === '[::1]' || /^127\./.test(hostname);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback);
}

export function duplicates(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, i) => values.indexOf(value) !== i))];
}

export function countBytes(text: string): number {
  return new TextEncoder().encode(text).length;
}
