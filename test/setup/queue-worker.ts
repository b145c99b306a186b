// A worker process for the tests that kill one: `queue-worker.ts <database url> <redis url or -> <prefix>`.
// It says when it begins a job; the first try never ends by itself.
import { createQueueBackend, startWorkers } from '#libs/queue';
import { holdJob } from './queue-jobs.js';

const [databaseUrl, redisUrl, prefix] = process.argv.slice(2);
const backend = createQueueBackend({
  databaseUrl: databaseUrl!,
  redisUrl: redisUrl === '-' ? undefined : redisUrl,
  prefix: prefix!,
  lockMs: 2_000,
});
const silent = { info() {}, warn() {}, error() {} };
startWorkers(
  backend,
  [holdJob],
  {
    'test.hold': async ({ id }, { signal }) => {
      console.log(`begun ${id}`);
      await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));
    },
  },
  { log: silent },
);
setInterval(() => {}, 60_000);
