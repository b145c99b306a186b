import type { FeedProblem, ImportedChannel } from '../feed-document/imported-feed.js';
import type { ImportItem } from './import-item.entity.js';
import type { Import } from './import.entity.js';
import type { ImportReport } from './import-report.js';

/** How many items stand how. */
export type ItemCounts = Record<ImportItem['state'], number>;

/** An import as its producer sees it. Times are ISO 8601; `error` is a code and its numbers. */
export interface ImportView extends Pick<Import, 'id' | 'showId' | 'sourceUrl' | 'state' | 'step' | 'move'> {
  readonly error: { code: string; params: Record<string, string | number> } | null;
  readonly channel: ImportedChannel | null;
  readonly report: ImportReport | null;
  readonly counts: ItemCounts;
  /** Bytes on the disk by now, and those that are expected in all. */
  readonly bytesDone: number;
  readonly bytesTotal: number;
  readonly createdAt: string;
  readonly finishedAt: string | null;
}

export interface ImportItemView extends Pick<
  ImportItem,
  'id' | 'position' | 'guid' | 'title' | 'enclosureUrl' | 'enclosureBytes' | 'state' | 'episodeId' | 'bytesDone'
> {
  readonly publishedAt: string | null;
  readonly bytesTotal: number | null;
  readonly error: { code: string; params: Record<string, string | number> } | null;
  readonly problems: FeedProblem[];
}

export function toImportView(
  found: Import,
  counted: Pick<ImportView, 'counts' | 'bytesDone' | 'bytesTotal'>,
): ImportView {
  const { id, showId, sourceUrl, state, step, move, channel, report, createdAt, finishedAt } = found;
  return {
    ...{ id, showId, sourceUrl, state, step, move, channel, report, ...counted },
    error: toError(found),
    createdAt: createdAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  };
}

export function toItemView(item: ImportItem): ImportItemView {
  const { id, position, guid, title, enclosureUrl, enclosureBytes, state, episodeId, bytesDone, bytesTotal } = item;
  return {
    ...{ id, position, guid, title, enclosureUrl, enclosureBytes, state, episodeId, bytesDone },
    bytesTotal: bytesTotal ?? enclosureBytes,
    publishedAt: item.publishedAt?.toISOString() ?? null,
    error: toError(item),
    problems: item.problems,
  };
}

function toError({ errorCode, errorParams }: Pick<Import, 'errorCode' | 'errorParams'>): ImportView['error'] {
  return errorCode ? { code: errorCode, params: errorParams } : null;
}
