import { defineJob } from '#libs/queue';
import { z } from 'zod';

/** Sends one push. `round` is the number of changes it stood for when it was ordered, so that a further one is not swallowed. */
export const sendPush = defineJob({
  name: 'hooks.push',
  queue: 'mail',
  payload: z.object({ pushId: z.uuid(), round: z.int().positive() }),
  key: ({ pushId, round }) => `${pushId}-v${round}`,
});
