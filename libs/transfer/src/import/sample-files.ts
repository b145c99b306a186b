import { head, type OutboundHead } from '#libs/outbound';
import { EstradeError } from '#libs/kernel';
import type { FeedProblem } from '../feed-document/imported-feed.js';
import { ImportItem } from './import-item.entity.js';
import type { ImportDeps } from './import.deps.js';

/** What some of a feed's files answered. */
export interface FileSample {
  readonly sampled: number;
  readonly reachable: number;
  readonly sizesEqual: number;
  readonly takesRanges: number;
  readonly problems: { problem: FeedProblem; title: string }[];
}

const sampleSize = 12;
const hands = 4;
/** In all: somebody waits for it. */
const sampleMs = 12_000;

/** Looks at some files, from the newest to the oldest evenly, without fetching them. */
export async function sampleFiles(
  { dataSource, outbound }: Pick<ImportDeps, 'dataSource' | 'outbound'>,
  importId: string,
  signal: AbortSignal,
): Promise<FileSample> {
  const items = await dataSource.manager.find(ImportItem, {
    where: { importId, state: 'waiting' },
    select: { id: true, title: true, enclosureUrl: true, enclosureBytes: true, position: true },
    order: { position: 'asc' },
  });
  const chosen = spread(items, sampleSize);
  const end = AbortSignal.any([signal, AbortSignal.timeout(sampleMs)]);
  const looked: Looked[] = [];
  const queue = [...chosen];
  const work = async () => {
    for (let item = queue.shift(); item && !end.aborted; item = queue.shift())
      looked.push(await lookAt(outbound, item, end));
  };
  await Promise.all(Array.from({ length: hands }, work));
  signal.throwIfAborted();
  return toSample(looked);
}

type Looked = { item: ImportItem; found: OutboundHead | null };

async function lookAt(outbound: ImportDeps['outbound'], item: ImportItem, signal: AbortSignal): Promise<Looked> {
  const options = { timeoutMs: 6_000, idleMs: 4_000, signal };
  const found = await head(outbound, item.enclosureUrl, options).catch((error: unknown) => {
    if (signal.aborted || error instanceof EstradeError) return null;
    throw error;
  });
  return { item, found: found?.status === 200 ? found : null };
}

function toSample(looked: readonly Looked[]): FileSample {
  const reached = looked.flatMap(({ item, found }) => (found ? [{ item, found }] : []));
  const differs = reached.filter(({ item, found }) => found.bytes !== undefined && found.bytes !== item.enclosureBytes);
  return {
    sampled: looked.length,
    reachable: reached.length,
    sizesEqual: reached.filter(({ item, found }) => found.bytes === item.enclosureBytes).length,
    takesRanges: reached.filter(({ found }) => found.takesRanges).length,
    problems: [
      ...looked
        .filter(({ found }) => !found)
        .map(({ item }) => ({ problem: { code: 'UNREACHABLE' as const, params: {} }, title: item.title })),
      ...differs.map(({ item, found }) => ({
        problem: { code: 'SIZE_DIFFERS' as const, params: { said: item.enclosureBytes ?? 0, found: found.bytes! } },
        title: item.title,
      })),
    ],
  };
}

/** The first, the last, and what lies evenly between. */
function spread<T>(items: readonly T[], most: number): T[] {
  if (items.length <= most) return [...items];
  return Array.from({ length: most }, (_, i) => items[Math.round((i * (items.length - 1)) / (most - 1))]!);
}
