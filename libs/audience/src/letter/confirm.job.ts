import { defineJob } from '#libs/queue';
import { z } from 'zod';

/** The mail that asks whether an address is right, or says that it is known. `ask` counts, so that another one is not swallowed. */
export const confirmFollower = defineJob({
  name: 'audience.confirm',
  queue: 'mail',
  payload: z.object({ followerId: z.uuid(), ask: z.int().positive() }),
  key: ({ followerId, ask }) => `${followerId}-v${ask}`,
});
