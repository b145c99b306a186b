/** How one queue works: every option that BullMQ would otherwise choose for us. Times in milliseconds, ages in seconds. */
export interface QueueOptions {
  /** Jobs at once in one worker process. */
  concurrency: number;
  /** Tries in all before a job is parked as failed. */
  attempts: number;
  backoff: { type: 'exponential'; delay: number; jitter: number };
  removeOnComplete: true;
  removeOnFail: { age: number; count: number };
  /** How long a dead worker's job stays taken. Renewed twice in this time by the main thread, which never blocks. */
  lockDuration: number;
  lockRenewTime: number;
  stalledInterval: number;
  /** How often a job may take its worker down with it before it is parked (`fault:F30`). */
  maxStalledCount: number;
  /** Seconds between two looks at an empty queue when no message wakes the worker. */
  drainDelay: number;
  runRetryDelay: number;
  keepLogs: number;
  stackTraceLimit: number;
  /** Bytes of a payload: ids only, the rows are the truth. */
  sizeLimit: number;
}

const usual: QueueOptions = {
  concurrency: 4,
  attempts: 5,
  backoff: { type: 'exponential', delay: 1_000, jitter: 0.3 },
  // A finished job must not swallow the next order with the same key.
  removeOnComplete: true,
  // Parked jobs stay to be looked at; ordering the same work again replaces them.
  removeOnFail: { age: 7 * 24 * 3600, count: 500 },
  lockDuration: 15_000,
  lockRenewTime: 5_000,
  stalledInterval: 5_000,
  maxStalledCount: 2,
  drainDelay: 5,
  runRetryDelay: 1_000,
  keepLogs: 0,
  stackTraceLimit: 3,
  sizeLimit: 64 * 1024,
};

/** The few queues, by what their work burns. */
export const queues = {
  /** The processor: probing, analysing, rendering. One at a time unless ENCODE_CONCURRENCY says more. */
  encode: { ...usual, concurrency: 1, attempts: 3, backoff: { ...usual.backoff, delay: 5_000 } },
  /** Little, but a person waits for it: feeds, pages, states. */
  publish: { ...usual, concurrency: 4, attempts: 8 },
  /** The world outside: slow, and often down for a while. Eight tries span about an hour. */
  mail: { ...usual, concurrency: 2, attempts: 8, backoff: { ...usual.backoff, delay: 30_000 } },
  /** Bulk that nobody waits for: counting, sweeping, deleting. */
  count: { ...usual, concurrency: 1 },
} as const satisfies Record<string, QueueOptions>;

export type QueueName = keyof typeof queues;
export const queueNames = Object.keys(queues) as QueueName[];
