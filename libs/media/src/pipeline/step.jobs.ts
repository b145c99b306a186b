import { defineJob, type QueueName, type Turn } from '#libs/queue';
import { z } from 'zod';
import type { WorkStep } from '../recording/revision.state.js';
import type { StepPayload } from '../recording/revision.writes.js';

const urgency = z.enum(['now', 'batch']).default('now');
/** Whose recording it is: shows take turns. */
const scope = z.string().default('');
const lane = z.enum(['short', 'long']).default('long');
const payload = z.object({ revisionId: z.guid(), attempt: z.int().positive(), lane, urgency, scope });
/** A new attempt is a new job; the same one twice is one. */
const key = ({ revisionId, attempt }: StepPayload) => `${revisionId}-${attempt}`;

/** Work in the background has a queue of its own: it can neither be before nor beside what somebody waits for. */
const orLater = (queue: (payload: StepPayload) => QueueName) => (each: StepPayload) =>
  each.urgency === 'batch' ? 'encode-later' : queue(each);

/** A short look, however long the sound: to see an hour takes as long as to make a few minutes. */
const look = orLater(() => 'encode-short');
const byLength = orLater(({ lane }) => (lane === 'short' ? 'encode-short' : 'encode-long'));

/**
 * Shows take turns. Of one show, what is nearly done goes first, then looks, then the making: so a bad file is refused
 * and findings are seen soon, and twenty files at once are finished one after the other.
 */
const turn =
  (order: number) =>
  ({ scope, urgency, attempt }: StepPayload): Turn => ({
    owner: scope,
    rank: urgency === 'batch' ? rankOf.batch : 0,
    // What was made already and is made again waits for nothing else.
    order: attempt > 1 ? order - 1 : order,
  });

/** In the background: further files of what is there already, then a catalogue made anew. */
const rankOf = { now: 0, batch: 1 } as const;

/** Reads foreign bytes and pictures (`fault:F30`: what may kill a worker twice never runs beside another such). */
export const probeJob = defineJob({ name: 'media.probe', queue: look, payload, key, turn: turn(3) });
export const analyseJob = defineJob({ name: 'media.analyse', queue: look, payload, key, turn: turn(4) });
/** Arithmetic alone. */
export const planJob = defineJob({
  name: 'media.plan',
  queue: orLater(() => 'publish'),
  ...{ payload, key },
  turn: turn(5),
});
export const renderJob = defineJob({ name: 'media.render', queue: byLength, payload, key, turn: turn(7) });
export const verifyJob = defineJob({ name: 'media.verify', queue: byLength, payload, key, turn: turn(2) });

/** One further file of a revision whose MP3 is there: it delays no MP3. */
export const alternateJob = defineJob({
  name: 'media.alternate',
  queue: 'encode-later',
  payload: z.object({ revisionId: z.guid(), kind: z.enum(['m4a', 'opus', 'video', 'hls']), urgency, scope }),
  key: ({ revisionId, kind }) => `${revisionId}-${kind}`,
  turn: ({ scope, urgency }) => ({ owner: scope, rank: rankOf[urgency], order: 9 }),
});

/** Half a minute of sound that somebody waits to hear. */
export const previewJob = defineJob({
  name: 'media.preview',
  queue: 'encode-quick',
  payload: z.object({ previewId: z.guid() }),
  key: ({ previewId }) => previewId,
});

/** Copies a finished file with other tags: a second for an hour of sound, and somebody may wait to publish it. */
export const tagJob = defineJob({
  name: 'media.tag',
  queue: 'publish',
  payload: z.object({ revisionId: z.guid(), version: z.string().regex(/^\w+$/) }),
  key: ({ revisionId, version }) => `${revisionId}-${version}`,
});

/** Measures a file that was taken over from elsewhere: nobody waits for it. */
export const hearJob = defineJob({
  name: 'media.hear',
  queue: 'encode-later',
  payload: z.object({ revisionId: z.guid() }),
  key: ({ revisionId }) => revisionId,
  turn: ({ revisionId }) => ({ owner: revisionId.slice(0, 8), rank: 2 }),
});

/** All jobs of the pipeline, in order. */
export const mediaJobs = [
  probeJob,
  analyseJob,
  planJob,
  renderJob,
  verifyJob,
  alternateJob,
  previewJob,
  tagJob,
  hearJob,
] as const;

export const jobOfStep = {
  probe: probeJob,
  analyse: analyseJob,
  plan: planJob,
  render: renderJob,
  verify: verifyJob,
} as const satisfies Record<WorkStep, unknown>;
