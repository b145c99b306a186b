import { z } from 'zod';
import { appKinds, effectCodes, type FeedDiff } from '#libs/feeds';
import { versionAnswer } from './feed.answer.js';

const ref = { guid: z.string(), title: z.string() };
const field = z.object({ name: z.string(), before: z.string(), after: z.string() });

export const diffAnswer = z
  .object({
    channel: z.array(field),
    added: z.array(z.object(ref)),
    removed: z.array(z.object(ref)),
    changed: z.array(z.object({ ...ref, fields: z.array(field) })),
    isReordered: z.boolean(),
    /** How many were added, removed and changed; the lists have the first hundred. */
    counts: z.object({ added: z.int(), removed: z.int(), changed: z.int() }),
  })
  .meta({ id: 'FeedDiff' });

export const effectsAnswer = z
  .array(
    z.object({
      app: z.enum(appKinds),
      /** Empty: it will notice nothing. */
      effects: z.array(z.object({ code: z.enum(effectCodes), count: z.int() })),
    }),
  )
  .meta({ id: 'FeedEffects' });

export const comparisonAnswer = z
  .object({ version: versionAnswer, previous: versionAnswer.nullable(), diff: diffAnswer, effects: effectsAnswer })
  .meta({ id: 'FeedComparison' });

const listed = 100;

export function toDiffAnswer({ channel, added, removed, changed, isReordered }: FeedDiff): z.infer<typeof diffAnswer> {
  return {
    ...{ channel, isReordered },
    added: added.slice(0, listed),
    removed: removed.slice(0, listed),
    changed: changed.slice(0, listed),
    counts: { added: added.length, removed: removed.length, changed: changed.length },
  };
}
