import { EstradeError } from '#libs/kernel';
import type { z } from 'zod';
import type { QueueName } from './queues.js';

/** One kind of work: `lib.verb`, the queue by what it burns, the form of its payload, and what makes two orders the same one. */
export interface JobDefinition<Name extends string, Payload> {
  readonly name: Name;
  readonly queue: QueueName;
  readonly payload: z.ZodType<Payload>;
  /** Ids and the wanted version joined by `-`, such as `42-v7`: a second order with the key of one that is waiting or running is swallowed. */
  readonly key: (payload: Payload) => string;
}

/** Any job, where its payload does not matter. */
export interface AnyJob {
  readonly name: string;
  readonly queue: QueueName;
  readonly payload: z.ZodType;
  readonly key: (payload: never) => string;
}

export type PayloadOf<Job extends AnyJob> = z.output<Job['payload']>;

/** One piece of work to be done: what a subscription to a fact answers with. */
export interface Work {
  readonly job: AnyJob;
  readonly payload: unknown;
}

export function defineJob<const Name extends string, Payload>(
  definition: JobDefinition<Name, Payload>,
): JobDefinition<Name, Payload> {
  if (!/^[a-z]+\.[a-z-]+$/.test(definition.name)) {
    throw new EstradeError('JOB_NAME', 500, `The job name ${definition.name} is not of the form lib.verb.`);
  }
  return definition;
}

/** A job together with a payload of its form. */
export function workFor<Job extends AnyJob>(job: Job, payload: PayloadOf<Job>): Work {
  return { job, payload };
}

/**
 * The queue's id of a piece of work, `name-key`. BullMQ takes `:` for itself and refuses bare numbers.
 * @throws ZodError when the payload has not the job's form.
 */
export function workId({ job, payload }: Work): string {
  const key = job.key(job.payload.parse(payload) as never);
  if (!key || !/^[\w.-]+$/.test(key)) {
    throw new EstradeError(
      'JOB_KEY',
      500,
      `The key "${key}" of ${job.name} may hold only letters, digits, dots and -.`,
    );
  }
  return `${job.name}-${key}`;
}
