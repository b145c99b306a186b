import { z } from 'zod';
import type { Addresses, Show } from '#libs/catalog';
import { isKey, type Region, t } from '#libs/messages';
import { type FeedProblem, type ImportItemView, type ImportView, problemCodes } from '#libs/transfer';
import { toSentence } from '../recording/recording.answer.js';

const said = z.object({ code: z.string(), message: z.string() }).nullable();
const problem = z.object({ code: z.enum(problemCodes), message: z.string() });

const channel = z.object({
  title: z.string(),
  description: z.string(),
  link: z.string(),
  /** Empty: the feed does not say one that is known. */
  language: z.string(),
  author: z.string(),
  ownerEmail: z.string(),
  imageUrl: z.string(),
  /** Empty: none that Apple has. */
  category: z.string(),
  subcategory: z.string(),
  explicit: z.boolean(),
  type: z.enum(['episodic', 'serial']),
  guid: z.string(),
  locked: z.boolean(),
  /** Whom to ask about the lock; empty: not said. */
  lockOwner: z.string(),
  newFeedUrl: z.string(),
  generator: z.string(),
});

const report = z.object({
  pages: z.int(),
  finalUrl: z.string(),
  items: z.int(),
  toMake: z.int(),
  known: z.int(),
  leftOut: z.int(),
  guidsKept: z.int(),
  guidsMade: z.int(),
  bytes: z.int(),
  bytesUnknown: z.int(),
  durationMs: z.int(),
  firstAt: z.string().nullable(),
  lastAt: z.string().nullable(),
  sampled: z.int(),
  reachable: z.int(),
  sizesEqual: z.int(),
  takesRanges: z.int(),
  counts: z.object({
    chapters: z.int(),
    transcripts: z.int(),
    persons: z.int(),
    seasons: z.int(),
    covers: z.int(),
  }),
  tags: z.array(
    z.object({
      name: z.string(),
      of: z.enum(['channel', 'item']),
      count: z.int(),
      fate: z.enum(['field', 'kept', 'made', 'lost']),
    }),
  ),
  problems: z.array(problem.extend({ count: z.int(), titles: z.array(z.string()) })),
});

/** A show that moves in: what was found, and how far the copying is. */
export const importAnswer = z
  .object({
    id: z.string(),
    showId: z.string().nullable(),
    sourceUrl: z.string(),
    state: z.enum(['waiting', 'running', 'needs-you', 'done', 'failed', 'cancelled']),
    step: z.enum(['look', 'decide', 'make', 'copy']),
    error: said,
    channel: channel.nullable(),
    report: report.nullable(),
    counts: z.object({ waiting: z.int(), running: z.int(), done: z.int(), skipped: z.int(), failed: z.int() }),
    bytesDone: z.int(),
    bytesTotal: z.int(),
    /** Where the feed lives here, once there is a show. */
    feedUrl: z.string().nullable(),
    /** What the old address answered when it was last asked; null: never. */
    move: z
      .object({
        state: z.enum(['waiting', 'redirects', 'named', 'elsewhere', 'not-yet', 'unreachable']),
        to: z.string(),
        status: z.int().nullable(),
        checkedAt: z.string().nullable(),
      })
      .nullable(),
    createdAt: z.string(),
    finishedAt: z.string().nullable(),
  })
  .meta({ id: 'Import' });
export type ImportAnswer = z.infer<typeof importAnswer>;

export const importsAnswer = z.object({ items: z.array(importAnswer) });

export const importItemsAnswer = z.object({
  items: z.array(
    z
      .object({
        id: z.string(),
        position: z.int(),
        guid: z.string(),
        title: z.string(),
        publishedAt: z.string().nullable(),
        enclosureUrl: z.string(),
        state: z.enum(['waiting', 'running', 'done', 'skipped', 'failed']),
        error: said,
        problems: z.array(problem),
        episodeId: z.string().nullable(),
        bytesDone: z.int(),
        bytesTotal: z.int().nullable(),
      })
      .meta({ id: 'ImportItem' }),
  ),
});
export type ImportItemsAnswer = z.infer<typeof importItemsAnswer>;

export function toImportAnswer(
  view: ImportView,
  show: Pick<Show, 'slug'> | undefined,
  addresses: Addresses,
  region: Region,
): ImportAnswer {
  const { error, channel: found, report: counted, ...rest } = view;
  return {
    ...rest,
    feedUrl: show ? addresses.showFeed(show.slug) : null,
    error: error && { code: error.code, message: toSentence(error, region) },
    channel: found && channel.parse(found),
    report: counted && {
      ...counted,
      problems: counted.problems.map(({ count, titles, ...each }) => ({ ...toProblem(each, region), count, titles })),
    },
  };
}

export function toItemsAnswer(items: readonly ImportItemView[], region: Region): ImportItemsAnswer {
  return {
    items: items.map(({ error, problems, enclosureBytes: _, ...item }) => ({
      ...item,
      error: error && { code: error.code, message: toSentence(error, region) },
      problems: problems.map((each) => toProblem(each, region)),
    })),
  };
}

function toProblem({ code, params }: FeedProblem, region: Region): z.infer<typeof problem> {
  const key = `import.problem.${code}`;
  return { code, message: isKey(key) ? t(region, key, { ...params }) : code };
}
