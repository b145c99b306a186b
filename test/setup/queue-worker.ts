// A worker process for the tests that kill one: `queue-worker.ts <database url> <redis url or -> <prefix> [poisoned]`.
// It says when it begins a job. Held ones never end by themselves; when it is poisoned they take long, and one sound ends it.
import { setTimeout as sleep } from 'node:timers/promises';
import { createQueueBackend, startWorkers } from '#libs/queue';
import { holdJob, soundJob } from './queue-jobs.js';

const [databaseUrl, redisUrl, prefix, poisoned] = process.argv.slice(2);
const backend = createQueueBackend({
  databaseUrl: databaseUrl!,
  redisUrl: redisUrl === '-' ? undefined : redisUrl,
  prefix: prefix!,
  lockMs: 2_000,
});
const silent = { info() {}, warn() {}, error() {} };
startWorkers(
  backend,
  [holdJob, soundJob],
  {
    'test.hold': async ({ id }, { signal }) => {
      console.log(`begun ${id}`);
      if (poisoned) await sleep(4_000);
      else await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));
      console.log(`done ${id}`);
    },
    'test.sound': async ({ id }) => {
      console.log(`begun ${id}`);
      await sleep(500);
      process.exit(137);
    },
  },
  { log: silent, onParked: async (_, payload) => console.log(`parked ${(payload as { id: string }).id}`) },
);
setInterval(() => {}, 60_000);
