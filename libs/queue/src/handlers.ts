import { EstradeError } from '#libs/kernel';
import type { AnyJob, PayloadOf } from './job.js';

/** What the queue tells a running job. */
export interface JobRun {
  /** Aborted when the worker stops. The job then goes back to the queue without losing a try. */
  readonly signal: AbortSignal;
  /** 1 for the first. */
  readonly attempt: number;
  /** Nobody will try this job again by itself after this run. */
  readonly isLastTry: boolean;
}

/** Reads rows, does one thing, writes rows or files; running it twice changes nothing. */
export type Handler<Payload> = (payload: Payload, run: JobRun) => Promise<void>;

/** Exactly one handler for each job of the list, by its name. */
export type Handlers<Jobs extends readonly AnyJob[]> = {
  readonly [Job in Jobs[number] as Job['name']]: Handler<PayloadOf<Job>>;
};

/** Thrown by a handler for what no further try can mend; errors of ours below 500 count as such too. */
export class HopelessJob extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'HopelessJob';
  }
}

/**
 * The boot check: every job has exactly one handler, and every handler a job.
 * @throws EstradeError JOB_HANDLERS that names every wrong one.
 */
export function checkHandlers(jobs: readonly AnyJob[], handlers: Readonly<Record<string, unknown>>): void {
  const names = jobs.map(({ name }) => name);
  const problems = [
    ...new Set(names.filter((name, i) => names.indexOf(name) !== i).map((name) => `${name} is defined twice`)),
    ...names.filter((name) => typeof handlers[name] !== 'function').map((name) => `${name} has no handler`),
    ...Object.keys(handlers)
      .filter((name) => !names.includes(name))
      .map((name) => `no job is called ${name}`),
  ];
  if (problems.length === 0) return;
  throw new EstradeError('JOB_HANDLERS', 500, `Jobs and handlers do not fit: ${problems.join('; ')}.`);
}

/** Whether a further try is pointless. */
export function isHopeless(error: unknown): boolean {
  return error instanceof HopelessJob || (error instanceof EstradeError && error.status < 500);
}
