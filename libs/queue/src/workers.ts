import { type Job, UnrecoverableError, WaitingError, type Worker } from 'bullmq';
import { setTimeout as sleep } from 'node:timers/promises';
import type { QueueBackend } from './backend.js';
import { type Handler, type Handlers, checkHandlers, isHopeless } from './handlers.js';
import type { AnyJob } from './job.js';
import { type QueueName, queueNames, queues } from './queues.js';

/** The part of a logger that the queue needs. */
export interface QueueLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface WorkersOptions {
  log: QueueLog;
  /** Where it differs from `queues`, such as `{ encode: 2 }`. */
  concurrency?: Partial<Record<QueueName, number>>;
  /** Told when a job is parked: hopeless, out of tries, or it took its worker down too often. */
  onParked?: (name: string, payload: unknown, reason: string) => Promise<void>;
}

export interface Workers {
  /** Takes no more work, lets what runs end for `graceMs`, then aborts it; aborted jobs go back to the queue. */
  close(graceMs?: number): Promise<void>;
}

/**
 * Starts one worker for each queue.
 * @throws EstradeError JOB_HANDLERS before anything runs, when jobs and handlers do not fit.
 */
export function startWorkers<const Jobs extends readonly AnyJob[]>(
  backend: QueueBackend,
  jobs: Jobs,
  handlers: NoInfer<Handlers<Jobs>>,
  options: WorkersOptions,
): Workers {
  checkHandlers(jobs, handlers);
  const stop = new AbortController();
  const table = handlers as unknown as Readonly<Record<string, Handler<unknown>>>;
  const byName = new Map(jobs.map((job) => [job.name, job]));
  const workers = queueNames.map((queue) => {
    const process = (job: Job, token?: string) =>
      runJob(byName.get(job.name), table[job.name], job, token, stop.signal);
    return watch(backend.worker(queue, process, options.concurrency?.[queue] ?? queues[queue].concurrency), options);
  });
  return {
    async close(graceMs = 3_000) {
      const closed = Promise.all(workers.map((worker) => worker.close()));
      await Promise.race([closed, sleep(graceMs, undefined, { ref: false })]);
      stop.abort(new Error('The worker stops.'));
      await closed;
    },
  };
}

async function runJob(
  definition: AnyJob | undefined,
  handler: Handler<unknown> | undefined,
  job: Job,
  token: string | undefined,
  stop: AbortSignal,
): Promise<void> {
  if (!definition || !handler) throw new UnrecoverableError(`No job is called ${job.name} in this version.`);
  const payload = definition.payload.safeParse(job.data);
  if (!payload.success) throw new UnrecoverableError(`The payload has not the form of ${job.name}.`);
  // A signal of its own: what a handler hangs on it goes with the job.
  const signal = AbortSignal.any([stop]);
  const attempt = job.attemptsMade + 1;
  try {
    await handler(payload.data, { signal, attempt, isLastTry: attempt >= (job.opts.attempts ?? 1) });
  } catch (error) {
    if (signal.aborted) {
      await job.moveToWait(token);
      throw new WaitingError();
    }
    if (isHopeless(error)) throw new UnrecoverableError((error as Error).message);
    throw error;
  }
}

function watch(worker: Worker, { log, onParked }: WorkersOptions): Worker {
  worker.on('stalled', (jobId) => log.warn({ jobId }, 'a job lost its worker and is done again'));
  worker.on('completed', (job) => log.info(describe(job), 'job done'));
  worker.on('failed', (job, error) => {
    if (!job) return log.error({ reason: error.message }, 'a job failed');
    const isParked = job.finishedOn !== undefined;
    const fields = { ...describe(job), reason: error.message, stack: error.stack };
    if (!isParked) return log.warn(fields, 'job failed and is tried again');
    // A bad file is its producer's business and is told to them; only what we did not foresee is an error of ours.
    if (error instanceof UnrecoverableError) log.warn({ ...describe(job), reason: error.message }, 'job refused');
    else log.error(fields, 'job failed for good');
    onParked?.(job.name, job.data, error.message).catch((cause: unknown) => {
      log.error({ jobId: job.id, reason: String(cause) }, 'nobody could be told that a job failed for good');
    });
  });
  return worker;
}

function describe(job: Job): { jobId: string | undefined; attempt: number; ms: number | undefined } {
  const ms = job.finishedOn && job.processedOn ? job.finishedOn - job.processedOn : undefined;
  return { jobId: job.id, attempt: job.attemptsMade, ms };
}
