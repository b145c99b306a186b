import { defineJob } from '#libs/queue';
import { z } from 'zod';

/** Writes an archive. In the background lane, behind all sound that somebody waits for. */
export const writeExport = defineJob({
  name: 'transfer.export',
  queue: 'encode-later',
  payload: z.object({ exportId: z.uuid() }),
  key: ({ exportId }) => exportId,
});
