import { type Job, DelayedError, UnrecoverableError, WaitingError, type Worker } from 'bullmq';
import type { QueueBackend } from './backend.js';
import { type Handler, isHopeless } from './handlers.js';
import type { AnyJob } from './job.js';
import { type QueueName, optionsOf, waitedFor } from './queues.js';
import { Turns } from './turns.js';
import { type RunningHere, Yielding } from './yielding.js';

const lastChanceMs = 2_000;

/** What the hands of one worker process share. */
export interface Process {
  readonly backend: QueueBackend;
  readonly jobs: ReadonlyMap<string, AnyJob>;
  readonly handlers: Readonly<Record<string, Handler<unknown>>>;
  /** Aborted when the worker stops. */
  readonly stop: AbortSignal;
  readonly running: RunningHere;
  /** Running jobs that have lost so many workers that the next loss would be the last. */
  readonly onLastChance: Set<string>;
}

/** One process's worker on one queue: decides whether a job that it was given may begin, runs it, or gives it back. */
export class Hand {
  readonly worker: Worker;
  private readonly turns: Turns;
  private readonly yielding: Yielding;

  constructor(
    private readonly process: Process,
    private readonly name: QueueName,
    concurrency: number,
  ) {
    const { backend, jobs, running } = process;
    const peers = (waitedFor as readonly QueueName[]).includes(name) ? waitedFor : [name];
    const open = (each: QueueName) => backend.queue(each);
    this.turns = new Turns(open(name), peers.map(open), jobs);
    this.yielding = new Yielding(backend, name, running);
    this.worker = backend.worker(name, (job, token) => this.take(job, token), concurrency);
  }

  async close(): Promise<void> {
    this.yielding.stop();
    await this.worker.close();
  }

  private async take(job: Job, token: string | undefined): Promise<void> {
    const definition = this.process.jobs.get(job.name);
    const handler = this.process.handlers[job.name];
    if (!definition || !handler) throw new UnrecoverableError(`No job is called ${job.name} in this version.`);
    const payload = definition.payload.safeParse(job.data);
    if (!payload.success) throw new UnrecoverableError(`The payload has not the form of ${job.name}.`);
    await this.counted(job, async (isAlone) => {
      await this.giveWay(job, token, isAlone);
      await run(handler, payload.data, job, token, this.process.stop);
    });
  }

  /** @throws WaitingError, DelayedError when the job may not begin now; it is back in the queue then, its tries untouched. */
  private async giveWay(job: Job, token: string | undefined, isAlone: boolean): Promise<void> {
    if (!(await this.yielding.mayBegin())) {
      await this.yielding.rest(this.worker);
      await job.moveToWait(token);
      throw new WaitingError();
    }
    // Two jobs that may have killed their workers never run beside each other: the innocent one survives (`fault:F30`).
    if (!isAlone) {
      await job.moveToDelayed(job.processedOn! + lastChanceMs, token);
      throw new DelayedError();
    }
    if (!(await this.turns.mayRun(job, token))) throw new WaitingError();
  }

  /** Counts from the moment of taking, so that nothing slips by while it is being decided. */
  private async counted(job: Job, work: (isAlone: boolean) => Promise<void>): Promise<void> {
    const { running, onLastChance } = this.process;
    running.set(this.name, (running.get(this.name) ?? 0) + 1);
    const isSuspect = this.isOnLastChance(job);
    const isAlone = !isSuspect || onLastChance.size === 0;
    if (isSuspect && isAlone) onLastChance.add(job.id!);
    try {
      await work(isAlone);
    } finally {
      running.set(this.name, running.get(this.name)! - 1);
      if (isSuspect && isAlone) onLastChance.delete(job.id!);
    }
  }

  private isOnLastChance(job: Job): boolean {
    return job.stalledCounter >= optionsOf(this.name).maxStalledCount;
  }
}

async function run(
  handler: Handler<unknown>,
  payload: unknown,
  job: Job,
  token: string | undefined,
  stop: AbortSignal,
): Promise<void> {
  // A signal of its own: what a handler hangs on it goes with the job.
  const signal = AbortSignal.any([stop]);
  const attempt = job.attemptsMade + 1;
  try {
    await handler(payload, { signal, attempt, isLastTry: attempt >= (job.opts.attempts ?? 1) });
  } catch (error) {
    if (signal.aborted) {
      await job.moveToWait(token);
      throw new WaitingError();
    }
    if (isHopeless(error)) throw new UnrecoverableError((error as Error).message);
    throw error;
  }
}
