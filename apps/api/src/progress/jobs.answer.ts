import { z } from 'zod';
import { jobAnswer } from '../recording/recording.answer.js';

/** Everything that is worked on, and by whom. */
export const jobsAnswer = z
  .object({
    /** What waits, runs or has ended, newest first. Of a background batch only what runs or failed. */
    items: z.array(jobAnswer),
    /** Recordings made anew in the background, by show, of the last day. */
    batches: z.array(
      z.object({ showId: z.string(), waiting: z.int(), running: z.int(), done: z.int(), failed: z.int() }),
    ),
    /** Workers with a sign of life in the last half minute, and the last sign of any. */
    workers: z.object({ alive: z.int(), seenAt: z.string().nullable() }),
  })
  .meta({ id: 'Jobs' });
export type JobsAnswer = z.infer<typeof jobsAnswer>;
