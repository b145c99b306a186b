import { defineJob } from '#libs/queue';
import { z } from 'zod';

/** Writes an episode's passages anew. `version` is the wish it was ordered for, so that a further one is not swallowed. */
export const indexEpisode = defineJob({
  name: 'search.index',
  queue: 'count',
  payload: z.object({ episodeId: z.uuid(), version: z.int().positive() }),
  key: ({ episodeId, version }) => `${episodeId}-v${version}`,
});
