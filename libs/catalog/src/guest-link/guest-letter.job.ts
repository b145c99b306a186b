import { defineJob } from '#libs/queue';
import { z } from 'zod';

/** A mail to a guest: a code, a receipt, the answer to a correction, or that their page waits. `id` is the row it tells of. */
export const writeGuestLetter = defineJob({
  name: 'catalog.guest-letter',
  queue: 'mail',
  payload: z.object({ kind: z.enum(['code', 'receipt', 'decision', 'remind']), id: z.uuid(), at: z.int().positive() }),
  key: ({ kind, id, at }) => `${kind}-${id}-${at}`,
});
