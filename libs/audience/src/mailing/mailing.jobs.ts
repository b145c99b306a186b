import { defineJob } from '#libs/queue';
import { z } from 'zod';

/** Sends the next mails of a mailing. Short batches: between two of them other mails have their turn. */
export const sendMailing = defineJob({
  name: 'audience.send',
  queue: 'mail',
  payload: z.object({ mailingId: z.uuid(), round: z.int().nonnegative() }),
  key: ({ mailingId, round }) => `${mailingId}-v${round}`,
});
