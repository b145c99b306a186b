import { defineJob } from '#libs/queue';
import { z } from 'zod';

const payload = z.object({ id: z.string(), version: z.number().default(1) });
const key = ({ id, version }: { id: string; version: number }) => `${id}-v${version}`;

/** Jobs that exist only in tests of the queue. */
export const noteJob = defineJob({ name: 'test.note', queue: 'count', payload, key });
export const failJob = defineJob({ name: 'test.fail', queue: 'publish', payload, key });
export const holdJob = defineJob({ name: 'test.hold', queue: 'encode-long', payload, key });
export const quickJob = defineJob({ name: 'test.quick', queue: 'encode-quick', payload, key });

/** Sound of somebody: takes turns, and may be nobody's hurry. */
export const soundJob = defineJob({
  name: 'test.sound',
  payload: z.object({
    id: z.string(),
    owner: z.string(),
    order: z.number().default(5),
    isLater: z.boolean().default(false),
  }),
  queue: ({ isLater }) => (isLater ? 'encode-later' : 'encode-short'),
  key: ({ id }) => id,
  turn: ({ owner, order }) => ({ owner, order }),
});
