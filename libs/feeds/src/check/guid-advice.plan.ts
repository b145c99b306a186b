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
    // feed:I22
    ...repeated(items, numberOf).map((item) => ({
      ...say('number-twice', item, { number: item.fields['itunes:episode'] ?? '' }),
      field: 'number',
    })),
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

/** Season and number of a full episode; nothing of one that has none. */
function numberOf({ fields }: ItemDocument): string {
  const isFull = (fields['itunes:episodeType'] ?? 'full') === 'full';
  const number = fields['itunes:episode'] ?? '';
  return isFull && number ? `${fields['itunes:season'] ?? ''}/${number}` : '';
}

/** Every item whose value another one has too. */
function repeated(items: readonly ItemDocument[], valueOf: (item: ItemDocument) => string): ItemDocument[] {
  const times = new Map<string, number>();
  for (const item of items) times.set(valueOf(item), (times.get(valueOf(item)) ?? 0) + 1);
  return items.filter((item) => valueOf(item) !== '' && times.get(valueOf(item))! > 1);
}
