import type { ItemDocument } from '../diff/feed-document.xml.js';
import type { AdviceId, FeedAdvice } from './advice.js';
import type { AdviceSource } from './feed-advice.plan.js';

/**
 * Guids and addresses over the whole feed: none twice (`feed:I06`, `feed:I07`), and none other than before for the same
 * episode (`feed:G01`), which is known by its file or its page: apps would download and list it a second time.
 */
export function findGuidAdvice({ view, document: { items }, before }: AdviceSource): FeedAdvice[] {
  const idOf = new Map(view.episodes.map(({ guid, id }) => [guid, id]));
  const say = (id: AdviceId, item: ItemDocument, params: FeedAdvice['params'] = {}): FeedAdvice => ({
    ...{ id, level: 'blocking', episodeId: idOf.get(item.guid) ?? null, title: item.title, field: 'feed.guid', params },
  });
  const had = before?.items ?? [];
  const oldGuids = new Set(had.map(({ guid }) => guid));
  const byFile = new Map(had.map((item) => [fileOf(item), item.guid]));
  const byPage = new Map(had.map((item) => [item.fields.link ?? '', item.guid]));
  return [
    ...repeated(items, ({ guid }) => guid).map((item) => say('guid-twice', item, { guid: item.guid })),
    ...repeated(items, fileOf).map((item) => say('enclosure-twice', item)),
    ...items.flatMap((item) => {
      if (oldGuids.has(item.guid)) return [];
      const before = byFile.get(fileOf(item)) ?? byPage.get(item.fields.link || 'none');
      return before === undefined ? [] : [say('guid-changed', item, { before, guid: item.guid })];
    }),
  ];
}

function fileOf({ fields }: ItemDocument): string {
  return /(?:^| )url (\S+)/.exec(fields.enclosure ?? '')?.[1] ?? '';
}

/** Every item whose value another one before it has too. */
function repeated(items: readonly ItemDocument[], valueOf: (item: ItemDocument) => string): ItemDocument[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const value = valueOf(item);
    if (value !== '' && seen.has(value)) return true;
    seen.add(value);
    return false;
  });
}
