import { EstradeError } from '#libs/kernel';
import { type Job, Queue, Worker, createPostgresBackend, type Processor } from 'bullmq';
import { Redis } from 'ioredis';
import { setTimeout as sleep } from 'node:timers/promises';
import { type AnyJob, type PayloadOf, queueOf, turnOf, workId } from './job.js';
import { type QueueName, optionsOf, queueNames, waitedFor } from './queues.js';
import { toPriority } from './turn.plan.js';

export interface BackendOptions {
  databaseUrl: string;
  /** Undefined: the queues live in Postgres. */
  redisUrl?: string | undefined;
  /** Told about connection troubles; both backends connect again by themselves. */
  onError?: (error: Error) => void;
  /** Redis only; tests keep apart by it. */
  prefix?: string;
  /** How long a dead worker's job stays taken; tests shorten it. Default: what `queues` says. */
  lockMs?: number;
}

export interface OrderOptions {
  /** Wait at least so long before the first try. */
  delayMs?: number;
}

/** The one place that knows whether queues live in Postgres or in Redis. Connections open when first used. */
export interface QueueBackend {
  readonly kind: 'postgres' | 'redis';
  queue(name: QueueName): Queue;
  worker(name: QueueName, processor: Processor, concurrency: number): Worker;
  /**
   * Orders work. The same order while the first one waits or runs is swallowed; one that was parked as
   * failed is taken out and ordered anew. Rejects when the payload has not the job's form, or the queue is away.
   */
  enqueue<Job extends AnyJob>(job: Job, payload: PayloadOf<Job>, options?: OrderOptions): Promise<void>;
  /** The order for this work that waits, runs or was parked, in whichever queue it is. */
  find<Job extends AnyJob>(job: Job, payload: PayloadOf<Job>): Promise<KnownJob | undefined>;
  /** Takes waiting work back. False when there is none, or it is running already (tell that one by its row). */
  removeJob<Job extends AnyJob>(job: Job, payload: PayloadOf<Job>): Promise<boolean>;
  close(): Promise<void>;
}

/** What can be told about an order. */
export interface KnownJob {
  readonly queue: QueueName;
  /** Out of tries, or hopeless: nobody will do it again by itself. */
  readonly isParked: boolean;
}

type Connect = Pick<QueueBackend, 'kind' | 'worker' | 'close'> & {
  open(name: QueueName): Queue;
  /** Rejects within two seconds when the server is away, instead of waiting until it is back. */
  check(): Promise<void>;
};

/** Queues in Postgres (made by `migrateQueue`), or in Redis where an address of one is given. */
export function createQueueBackend(options: BackendOptions): QueueBackend {
  const onError = options.onError ?? (() => {});
  const connection = options.redisUrl ? connectRedis(options.redisUrl, options) : connectPostgres(options);
  const open = new Map<QueueName, Queue>();

  const backend: QueueBackend = {
    kind: connection.kind,
    queue(name) {
      const queue = open.get(name) ?? connection.open(name).on('error', onError);
      open.set(name, queue);
      return queue;
    },
    worker: (name, processor, concurrency) => connection.worker(name, processor, concurrency).on('error', onError),
    async enqueue(job, payload, { delayMs = 0 } = {}) {
      const jobId = workId({ job, payload });
      await connection.check();
      const queue = backend.queue(queueOf({ job, payload }));
      const parked = await queue.getJob(jobId);
      if (parked?.finishedOn && (await parked.isFailed())) await parked.remove();
      const turn = turnOf({ job, payload });
      await queue.add(job.name, payload, { jobId, delay: delayMs, ...(turn && { priority: toPriority(turn) }) });
    },
    async find(job, payload) {
      const { queue, found } = await findOrder(backend, job, payload);
      return found && { queue, isParked: await found.isFailed() };
    },
    async removeJob(job, payload) {
      const { found } = await findOrder(backend, job, payload);
      if (!found || (await found.isActive())) return false;
      await found.remove();
      return true;
    },
    async close() {
      await Promise.all([...open.values()].map((queue) => queue.close()));
      await connection.close();
    },
  };
  return backend;
}

/** A payload may have led to another queue when the work was ordered: those with a choice are looked for in all of them. */
async function findOrder<J extends AnyJob>(
  backend: Pick<QueueBackend, 'queue'>,
  job: J,
  payload: PayloadOf<J>,
): Promise<{ queue: QueueName; found?: Job }> {
  const likely = queueOf({ job, payload });
  const others = typeof job.queue === 'string' ? [] : queueNames.filter((name) => name !== likely);
  for (const queue of [likely, ...others]) {
    const found = (await backend.queue(queue).getJob(workId({ job, payload }))) as Job | undefined;
    if (found) return { queue, found };
  }
  return { queue: likely };
}

/**
 * Whether no recording waits or runs but the one that asks, so that it may use every processor. Two or three small
 * queries; work that is held back because somebody waits does not count.
 */
export async function isQuiet(backend: Pick<QueueBackend, 'queue'>): Promise<boolean> {
  const count = async (name: QueueName, ...states: ('waiting' | 'prioritized' | 'active')[]) =>
    Object.values(await backend.queue(name).getJobCounts(...states)).reduce((sum, n) => sum + n, 0);
  const [later, ...now] = await Promise.all([
    count('encode-later', 'active'),
    ...waitedFor.map((name) => count(name, 'waiting', 'prioritized', 'active')),
  ]);
  return later === 0 && now.reduce((sum, n) => sum + n, 0) <= 1;
}

/** For what waits: jobs not yet done, by queue. */
export async function countJobs(backend: QueueBackend): Promise<Record<QueueName, number>> {
  const counts = queueNames.map(async (name) => {
    const byState = await backend.queue(name).getJobCounts('waiting', 'active', 'delayed', 'prioritized');
    return [name, Object.values(byState).reduce((sum, n) => sum + n, 0)] as const;
  });
  return Object.fromEntries(await Promise.all(counts)) as Record<QueueName, number>;
}

function connectPostgres({ databaseUrl: connectionString, lockMs }: BackendOptions): Connect {
  // Each queue and each worker has a small pool of its own, a worker one more connection that listens.
  const pool = (max: number) => ({ connectionString, max, keepAlive: true, application_name: 'estrade-queue' });
  return {
    kind: 'postgres',
    open: (name) =>
      new Queue(name, { connection: pool(2), ...jobOptions(name) }, createPostgresBackend) as unknown as Queue,
    worker: (name, processor, concurrency) =>
      new Worker(name, processor, { connection: pool(3), ...workerOptions(name, concurrency, lockMs) }, createPostgresBackend) as unknown as Worker, // prettier-ignore
    check: async () => {},
    close: async () => {},
  };
}

function connectRedis(url: string, { prefix = 'estrade', onError = () => {}, lockMs }: BackendOptions): Connect {
  // Orders fail fast when Redis is away (`fault:F08`): the outbox keeps them. Workers wait for ever.
  let shared: Redis | undefined;
  const orders = () =>
    (shared ??= new Redis(url, { maxRetriesPerRequest: 1, connectTimeout: 2_000, commandTimeout: 5_000 }).on(
      'error',
      onError,
    ));
  const work = new Set<Redis>();
  return {
    kind: 'redis',
    open: (name) => new Queue(name, { connection: orders(), prefix, ...jobOptions(name) }),
    worker(name, processor, concurrency) {
      const connection = new Redis(url, { maxRetriesPerRequest: null }).on('error', onError);
      work.add(connection);
      return new Worker(name, processor, { connection, prefix, ...workerOptions(name, concurrency, lockMs) });
    },
    async check() {
      const redis = orders();
      for (let waited = 0; redis.status !== 'ready'; waited += 50) {
        if (waited >= 2_000)
          throw new EstradeError('QUEUE_AWAY', 503, 'The job queue cannot be reached; check REDIS_URL.');
        await sleep(50);
      }
    },
    async close() {
      for (const connection of [shared, ...work]) connection?.disconnect();
    },
  };
}

function jobOptions(name: QueueName) {
  const { attempts, backoff, removeOnComplete, removeOnFail, keepLogs, stackTraceLimit, sizeLimit } = optionsOf(name);
  return {
    defaultJobOptions: { attempts, backoff, removeOnComplete, removeOnFail, keepLogs, stackTraceLimit, sizeLimit },
  };
}

function workerOptions(name: QueueName, concurrency: number, lockMs?: number) {
  const { lockDuration, lockRenewTime, stalledInterval, maxStalledCount, drainDelay, runRetryDelay } = optionsOf(name);
  const lock = lockMs ? [lockMs, lockMs / 3, lockMs / 2] : [lockDuration, lockRenewTime, stalledInterval];
  const [duration, renew, look] = lock as [number, number, number];
  return {
    ...{ concurrency, maxStalledCount, drainDelay, runRetryDelay },
    ...{ lockDuration: duration, lockRenewTime: renew, stalledInterval: look },
  };
}
