import { type FeedDocument, parseFeed } from './document.js';
import type { Finding, Level } from './rule.js';

/** A rule about something that is fetched; `check` returns a sentence for each breach. */
export interface ServedRule<Subject> {
  id: string;
  level: Level;
  check(subject: Subject): string[] | Promise<string[]>;
}

export function served<Subject>(id: string, level: Level, check: ServedRule<Subject>['check']): ServedRule<Subject> {
  return { id, level, check };
}

/** What is wrong with one thing that was fetched, with its address before each sentence. */
export async function checkServed<Subject>(
  rules: readonly ServedRule<Subject>[],
  subject: Subject,
  url: string,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { id, level, check } of rules) {
    for (const problem of await check(subject)) findings.push({ id, level, problem: `${url}: ${problem}` });
  }
  return findings;
}

export function toDocument(source: string | Buffer | FeedDocument): FeedDocument {
  return typeof source === 'string' || Buffer.isBuffer(source) ? parseFeed(Buffer.from(source)) : source;
}

/** The type without its parameters. */
export function typeOf(header: string | undefined): string {
  return (header ?? '').split(';')[0]!.trim().toLowerCase();
}
