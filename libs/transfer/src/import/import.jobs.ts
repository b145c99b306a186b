import { defineJob } from '#libs/queue';
import { z } from 'zod';

const importPayload = z.object({ importId: z.guid(), attempt: z.int().positive() });
const importKey = ({ importId, attempt }: z.infer<typeof importPayload>) => `${importId}-${attempt}`;

/** Reads a feed without making anything: somebody waits for it. */
export const lookAtFeed = defineJob({ name: 'transfer.look', queue: 'mail', payload: importPayload, key: importKey });

/** Cover and drafts of what was read. */
export const makeImported = defineJob({ name: 'transfer.make', queue: 'mail', payload: importPayload, key: importKey });

/** Copies one file, and publishes its episode. Imports take turns; of one import the newest episodes come first. */
export const copyItem = defineJob({
  name: 'transfer.copy',
  queue: 'copy',
  payload: z.object({ itemId: z.guid(), attempt: z.int().positive(), importId: z.guid() }),
  key: ({ itemId, attempt }) => `${itemId}-${attempt}`,
  turn: ({ importId }) => ({ owner: importId }),
});

/** Asks the old address where it leads by now. */
export const checkMove = defineJob({
  name: 'transfer.check-move',
  queue: 'mail',
  payload: z.object({ importId: z.guid(), version: z.int() }),
  key: ({ importId, version }) => `${importId}-v${version}`,
});

/** All jobs of an import. */
export const importJobs = [lookAtFeed, makeImported, copyItem, checkMove] as const;
