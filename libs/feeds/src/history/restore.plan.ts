import { findEmployerLeaks, type Withdrawn } from '#libs/catalog';
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
  /** By guid: what of an episode must not be read again. */
  withdrawn: ReadonlyMap<string, Withdrawn>;
}

/** Whether bytes of the past may be served again: nothing withdrawn comes back (`abuse:A31`), no guid changes (`feed:G01`). */
export function planRestore(old: FeedDocument, served: FeedDocument, now: PublicState): RestorePlan {
  const present = new Map(served.items.map((item) => [item.guid, item]));
  const problems: RestoreProblem[] = old.items.flatMap((item): RestoreProblem[] => {
    const { guid } = item;
    if (!now.guids.has(guid) || saysWithdrawn(item, present.get(guid), now.withdrawn.get(guid))) {
      return [{ code: 'not-public', title: item.title }];
    }
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

/** An employer that is hidden since, a clip that was refused since, somebody's name of before. */
function saysWithdrawn(old: ItemDocument, served: ItemDocument | undefined, withdrawn: Withdrawn | undefined): boolean {
  if (!withdrawn) return false;
  const { employers, hasRefusedClips, isRenamed } = withdrawn;
  const places = Object.values(old.fields).map((text) => ({ field: 'notes' as const, lang: '', text }));
  const isNamed = employers.some(
    (organisation) => findEmployerLeaks({ organisation, employer: 'hidden' }, places).length > 0,
  );
  const bites = (item: ItemDocument | undefined) =>
    (item?.fields['podcast:soundbite'] ?? '').split('\n').filter(Boolean);
  const known = bites(served);
  return isNamed || isRenamed || (hasRefusedClips && bites(old).some((bite) => !known.includes(bite)));
}

/** The address of the file that an item announces. */
export function enclosureOf({ fields }: ItemDocument): string {
  return /(?:^| )url (\S+)/.exec(fields.enclosure ?? '')?.[1] ?? '';
}
