import { defineJob } from '#libs/queue';
import { z } from 'zod';
import type { WorkStep } from '../recording/revision.state.js';
import type { StepPayload } from '../recording/revision.writes.js';

const payload = z.object({ revisionId: z.guid(), attempt: z.int().positive() });
/** A new attempt is a new job; the same one twice is one. */
const key = ({ revisionId, attempt }: StepPayload) => `${revisionId}-${attempt}`;

/** Reads foreign bytes and pictures: should one ever take its worker down, no other job goes down with it (`fault:F30`). */
export const probeJob = defineJob({ name: 'media.probe', queue: 'encode', payload, key });
export const analyseJob = defineJob({ name: 'media.analyse', queue: 'encode', payload, key });
/** Arithmetic alone. */
export const planJob = defineJob({ name: 'media.plan', queue: 'publish', payload, key });
export const renderJob = defineJob({ name: 'media.render', queue: 'encode', payload, key });
export const verifyJob = defineJob({ name: 'media.verify', queue: 'encode', payload, key });

/** Copies a finished file with other tags: a second for an hour of sound, and somebody may wait to publish it. */
export const tagJob = defineJob({
  name: 'media.tag',
  queue: 'publish',
  payload: z.object({ revisionId: z.guid(), version: z.string().regex(/^\w+$/) }),
  key: ({ revisionId, version }) => `${revisionId}-${version}`,
});

/** All jobs of the pipeline, in order. */
export const mediaJobs = [probeJob, analyseJob, planJob, renderJob, verifyJob, tagJob] as const;

export const jobOfStep = {
  probe: probeJob,
  analyse: analyseJob,
  plan: planJob,
  render: renderJob,
  verify: verifyJob,
} as const satisfies Record<WorkStep, unknown>;
