export { type Beat, startBeat } from './beat.js';
export {
  type BackendOptions,
  type KnownJob,
  type OrderOptions,
  type QueueBackend,
  countJobs,
  createQueueBackend,
  isQuiet,
} from './backend.js';
export { drain } from './drain.js';
export { type Handler, type Handlers, HopelessJob, type JobRun } from './handlers.js';
export {
  type AnyJob,
  type JobDefinition,
  type PayloadOf,
  type Turn,
  type Work,
  defineJob,
  queueOf,
  workFor,
  workId,
} from './job.js';
export { migrateQueue } from './migrate.js';
export { type QueueName, type QueueOptions, queueNames, queues, waitedFor } from './queues.js';
export { type Relay, type RelayOptions, type Subscription, type Subscriptions, startRelay } from './relay.js';
export { type QueueLog, type Workers, type WorkersOptions, startWorkers } from './workers.js';
