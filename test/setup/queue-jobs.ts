import { defineJob } from '#libs/queue';
import { z } from 'zod';

const payload = z.object({ id: z.string(), version: z.number().default(1) });
const key = ({ id, version }: { id: string; version: number }) => `${id}-v${version}`;

/** Jobs that exist only in tests of the queue. */
export const noteJob = defineJob({ name: 'test.note', queue: 'count', payload, key });
export const failJob = defineJob({ name: 'test.fail', queue: 'publish', payload, key });
export const holdJob = defineJob({ name: 'test.hold', queue: 'encode', payload, key });
