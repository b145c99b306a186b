import { defineJob } from '#libs/queue';
import { z } from 'zod';
import { letterKinds } from './letter-kinds.js';

/** Sends one mail to one guest; its row says whether it still waits. */
export const sendLetter = defineJob({
  name: 'sharing.letter',
  queue: 'mail',
  payload: z.object({ linkId: z.uuid(), kind: z.enum(letterKinds), round: z.string().max(40) }),
  key: ({ linkId, kind, round }) => `${linkId}-${kind}-${round.replace(/[^\w]/g, '.') || '0'}`,
});
