import { EstradeError } from '#libs/kernel';
import type { z } from 'zod';
import type { QueueName } from './queues.js';

/** One kind of work: `lib.verb`, the queue by what it burns, the form of its payload, and what makes two orders the same one. */
export interface JobDefinition<Name extends string, Payload> {
  readonly name: Name;
  /** A function where the payload decides. */
  readonly queue: QueueName | ((payload: Payload) => QueueName);
  readonly payload: z.ZodType<Payload>;
  /** Ids and the wanted version joined by `-`, such as `42-v7`: a second order with the key of one that is waiting or running is swallowed. */
  readonly key: (payload: Payload) => string;
  /** Undefined: first come, first served, and before all jobs that take turns. */
  readonly turn?: (payload: Payload) => Turn;
}

/** Whose job it is, and what goes first. Owners take turns: one with much to do does not keep the others waiting. */
export interface Turn {
  readonly owner: string;
  /** 0 to 9, lower goes first, whoever owns it. Default 0. */
  readonly rank?: number;
  /** 0 to 9, lower goes first among the jobs of one owner; then the older one. Default 5. */
  readonly order?: number;
}

/** Any job, where its payload does not matter. */
export interface AnyJob {
  readonly name: string;
  readonly queue: QueueName | ((payload: never) => QueueName);
  readonly payload: z.ZodType;
  readonly key: (payload: never) => string;
  readonly turn?: (payload: never) => Turn;
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

/** The queue that a piece of work goes to. @throws ZodError when the payload has not the job's form. */
export function queueOf({ job, payload }: Work): QueueName {
  return typeof job.queue === 'string' ? job.queue : job.queue(job.payload.parse(payload) as never);
}

/** Undefined for work that takes no turns. */
export function turnOf({ job, payload }: Work): Required<Turn> | undefined {
  const turn = job.turn?.(job.payload.parse(payload) as never);
  return turn && { rank: 0, order: 5, ...turn };
}
