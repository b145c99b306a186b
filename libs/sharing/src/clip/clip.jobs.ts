import { defineJob } from '#libs/queue';
import { z } from 'zod';

/** Makes one file of a clip: minutes of an encoder at most, behind everything that somebody waits for. */
export const makeClip = defineJob({
  name: 'sharing.clip',
  queue: 'encode-later',
  payload: z.object({ pieceId: z.uuid(), inputHash: z.string().regex(/^[0-9a-f]{64}$/) }),
  key: ({ pieceId, inputHash }) => `${pieceId}-${inputHash.slice(0, 12)}`,
});

/** Finds out which files the clips of an episode are to have. `version` is another each time: no change is swallowed. */
export const planClips = defineJob({
  name: 'sharing.plan-clips',
  queue: 'publish',
  payload: z.object({ episodeId: z.uuid(), version: z.uuid() }),
  key: ({ episodeId, version }) => `${episodeId}-${version}`,
});
