import { type Job, UnrecoverableError, type Worker } from 'bullmq';
import { setTimeout as sleep } from 'node:timers/promises';
import type { QueueBackend } from './backend.js';
import { Hand, type Process } from './hand.js';
import { type Handlers, checkHandlers } from './handlers.js';
import type { AnyJob } from './job.js';
import { type QueueName, optionsOf, queueNames, queues } from './queues.js';

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
  const process: Process = {
    ...{ backend, stop: stop.signal, running: new Map(), onLastChance: new Set() },
    jobs: new Map(jobs.map((job) => [job.name, job])),
    handlers: handlers as unknown as Process['handlers'],
  };
  const hands = queueNames.map((name) => {
    const hand = new Hand(process, name, options.concurrency?.[name] ?? queues[name].concurrency);
    watch(hand.worker, options);
    return hand;
  });
  const limited = limitEverywhere(backend, options.log);
  return {
    async close(graceMs = 3_000) {
      const closed = Promise.all([limited, ...hands.map((hand) => hand.close())]);
      await Promise.race([closed, sleep(graceMs, undefined, { ref: false })]);
      stop.abort(new Error('The worker stops.'));
      await closed;
    },
  };
}

/** Tells the queues how much may run at once over all workers. Until it is told they run what each worker takes. */
async function limitEverywhere(backend: QueueBackend, log: QueueLog): Promise<void> {
  for (const name of queueNames) {
    const { atMost } = optionsOf(name);
    if (!atMost) continue;
    await backend
      .queue(name)
      .setGlobalConcurrency(atMost)
      .catch((error: unknown) => log.warn({ queue: name, reason: String(error) }, 'a queue could not be limited'));
  }
}

function watch(worker: Worker, { log, onParked }: WorkersOptions): void {
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
}

function describe(job: Job): { jobId: string | undefined; attempt: number; ms: number | undefined } {
  const ms = job.finishedOn && job.processedOn ? job.finishedOn - job.processedOn : undefined;
  return { jobId: job.id, attempt: job.attemptsMade, ms };
}
