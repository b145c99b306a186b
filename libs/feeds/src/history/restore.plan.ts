import type { FeedDocument, ItemDocument } from '../diff/feed-document.xml.js';

/** Why an old version must not be served again: what it would publish that is not public, or whose file is gone. */
export interface RestoreProblem {
  code: 'not-public' | 'file-gone' | 'show-guid-changed';
  title: string;
}

export interface RestorePlan {
  /** With any of these it cannot be put back. */
  problems: RestoreProblem[];
  /** Episodes that listeners have now and would lose; the producer must say that it is meant. */
  missing: { guid: string; title: string }[];
}

/** What is public at this moment. */
export interface PublicState {
  /** Of every episode that the feed may list now. */
  guids: ReadonlySet<string>;
  /** Addresses of files that answer. */
  files: ReadonlySet<string>;
}

/** Whether bytes of the past may be served again: nothing withdrawn comes back (`abuse:A31`), no guid changes (`feed:G01`). */
export function planRestore(old: FeedDocument, served: FeedDocument, now: PublicState): RestorePlan {
  const problems: RestoreProblem[] = old.items.flatMap((item): RestoreProblem[] => {
    if (!now.guids.has(item.guid)) return [{ code: 'not-public', title: item.title }];
    return now.files.has(enclosureOf(item)) ? [] : [{ code: 'file-gone', title: item.title }];
  });
  const [before, after] = [old.channel['podcast:guid'], served.channel['podcast:guid']];
  const guid: RestoreProblem[] = before !== after ? [{ code: 'show-guid-changed', title: '' }] : [];
  const kept = new Set(old.items.map((item) => item.guid));
  return {
    problems: [...guid, ...problems],
    missing: served.items
      .filter((item) => !kept.has(item.guid))
      .map((item) => ({ guid: item.guid, title: item.title })),
  };
}

/** The address of the file that an item announces. */
export function enclosureOf({ fields }: ItemDocument): string {
  return /(?:^| )url (\S+)/.exec(fields.enclosure ?? '')?.[1] ?? '';
}
