import type { FeedDocument, Fields, ItemDocument } from './feed-document.xml.js';

/** One field before and after; an empty side: it was not there. */
export interface FieldChange {
  name: string;
  before: string;
  after: string;
}

export interface ItemRef {
  guid: string;
  title: string;
}

export interface ItemChange extends ItemRef {
  fields: FieldChange[];
}

/** What is different between two feeds; items are the same when their guid is (`feed:I07`). */
export interface FeedDiff {
  channel: FieldChange[];
  added: ItemRef[];
  removed: ItemRef[];
  changed: ItemChange[];
  /** The items that both have stand in another order. */
  isReordered: boolean;
}

/** Characters of a field that a comparison shows. */
const shown = 2000;

/** Compares what two feeds say, whatever their white space, prefixes and `lastBuildDate`; without a `before` all is new. */
export function diffFeeds(before: FeedDocument | undefined, after: FeedDocument): FeedDiff {
  const old = byGuid(before?.items ?? []);
  const now = byGuid(after.items);
  const both = after.items.filter(({ guid }) => old.has(guid));
  return {
    channel: diffFields(before?.channel ?? {}, after.channel),
    added: after.items.filter(({ guid }) => !old.has(guid)).map(toRef),
    removed: (before?.items ?? []).filter(({ guid }) => !now.has(guid)).map(toRef),
    changed: both.flatMap((item) => {
      const fields = diffFields(old.get(item.guid)!.fields, item.fields);
      return fields.length > 0 ? [{ ...toRef(item), fields }] : [];
    }),
    isReordered: isReordered(before?.items ?? [], both, now),
  };
}

export function isSame({ channel, added, removed, changed, isReordered }: FeedDiff): boolean {
  return channel.length + added.length + removed.length + changed.length === 0 && !isReordered;
}

/** What people ask for first. */
const firstFields = ['title', 'description', 'content:encoded', 'enclosure', 'pubDate', 'link', 'itunes:image'];

function diffFields(before: Fields, after: Fields): FieldChange[] {
  const place = (name: string) => firstFields.indexOf(name) + 1 || firstFields.length + 1;
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort(
    (a, b) => place(a) - place(b) || (a < b ? -1 : 1),
  );
  return names
    .filter((name) => (before[name] ?? '') !== (after[name] ?? ''))
    .map((name) => ({ name, ...excerpt(before[name] ?? '', after[name] ?? '') }));
}

/** Of two long texts the part around their first difference. */
function excerpt(before: string, after: string): { before: string; after: string } {
  if (before.length <= shown && after.length <= shown) return { before, after };
  let same = 0;
  while (same < before.length && before[same] === after[same]) same += 1;
  const from = Math.max(0, same - 200);
  const cut = (text: string) =>
    `${from > 0 && text ? '…' : ''}${text.slice(from, from + shown)}${text.length > from + shown ? '…' : ''}`;
  return { before: cut(before), after: cut(after) };
}

function isReordered(before: readonly ItemDocument[], both: readonly ItemDocument[], now: Map<string, ItemDocument>) {
  const kept = before.filter(({ guid }) => now.has(guid));
  return kept.length === both.length && kept.some(({ guid }, i) => guid !== both[i]!.guid);
}

function byGuid(items: readonly ItemDocument[]): Map<string, ItemDocument> {
  return new Map(items.map((item) => [item.guid, item]));
}

function toRef({ guid, title }: ItemDocument): ItemRef {
  return { guid, title };
}
