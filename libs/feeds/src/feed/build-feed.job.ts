import { defineJob } from '#libs/queue';
import { z } from 'zod';

/** Builds the bytes of one feed. `version` is the one wanted when it was ordered; a newer one makes it superfluous. */
export const buildFeed = defineJob({
  name: 'feeds.build',
  queue: 'publish',
  payload: z.object({ feedId: z.uuid(), version: z.int().positive() }),
  key: ({ feedId, version }) => `${feedId}-v${version}`,
});
