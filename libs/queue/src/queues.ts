/** How one queue works: every option that BullMQ would otherwise choose for us. Times in milliseconds, ages in seconds. */
export interface QueueOptions {
  /** Jobs at once in one worker process. */
  concurrency: number;
  /** Jobs at once over all worker processes; undefined: only `concurrency` counts. */
  atMost?: number;
  /** Nothing is begun here while work waits in these queues, or runs in them in this process. */
  yieldsTo?: readonly string[];
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

/** The processor: one program at a time, and a second look at what failed after five, then ten seconds. */
const encode: QueueOptions = {
  ...usual,
  concurrency: 1,
  attempts: 3,
  backoff: { ...usual.backoff, delay: 5_000 },
};

/** The few queues, by what their work burns. ENCODE_CONCURRENCY gives the first two more hands. */
export const queues = {
  /** Sound of up to fifteen minutes that somebody waits for. */
  'encode-short': encode,
  /** Longer sound that somebody waits for: it never stands in the way of the short. */
  'encode-long': encode,
  /** Seconds of work that somebody listens for: previews, tags. Never behind a whole recording. */
  'encode-quick': { ...encode, attempts: 2, backoff: { ...usual.backoff, delay: 500 } },
  /** What nobody waits for: a catalogue made anew, further files. One at a time, and only while nobody waits. */
  'encode-later': { ...encode, atMost: 1, yieldsTo: ['encode-short', 'encode-long'] },
  /** Little, but a person waits for it: feeds, pages, states. */
  publish: { ...usual, concurrency: 4, attempts: 8 },
  /** The world outside: slow, and often down for a while. Eight tries span about an hour. */
  mail: { ...usual, concurrency: 2, attempts: 8, backoff: { ...usual.backoff, delay: 30_000 } },
  /** Files that come from elsewhere: minutes of network each, hardly any processor. */
  copy: { ...usual, concurrency: 2, attempts: 4, backoff: { ...usual.backoff, delay: 10_000 } },
  /** Bulk that nobody waits for: counting, sweeping, deleting. */
  count: { ...usual, concurrency: 1 },
} as const satisfies Record<string, QueueOptions>;

export type QueueName = keyof typeof queues;
export const queueNames = Object.keys(queues) as QueueName[];

/** The queues with recordings that somebody waits for. */
export const waitedFor = ['encode-short', 'encode-long'] as const satisfies readonly QueueName[];

export function optionsOf(name: QueueName): QueueOptions {
  return queues[name];
}
