import { defineJob } from '#libs/queue';
import { z } from 'zod';

/** Looks at a feed as it is served, and at the files that it announces. */
export const checkFeed = defineJob({
  name: 'feeds.check',
  queue: 'count',
  payload: z.object({ feedId: z.uuid() }),
  key: ({ feedId }) => feedId,
});
