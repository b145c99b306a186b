import { setTimeout as sleep } from 'node:timers/promises';
import { type QueueBackend, countJobs } from './backend.js';
import type { Relay } from './relay.js';

/**
 * For tests: waits until the outbox is relayed and no job is waiting, running or delayed, so that nothing has to
 * sleep for a guessed time. Workers must be running.
 * @throws Error that says what is left, after `timeoutMs`.
 */
export async function drain(
  backend: QueueBackend,
  relay?: Pick<Relay, 'relayOnce'>,
  timeoutMs = 30_000,
): Promise<void> {
  for (let waited = 0; ; waited += 20) {
    const relayed = (await relay?.relayOnce()) ?? 0;
    const counts = await countJobs(backend);
    const left = Object.values(counts).reduce((sum, n) => sum + n, 0);
    if (relayed + left === 0) return;
    if (waited >= timeoutMs)
      throw new Error(`The queues are not empty after ${timeoutMs} ms: ${JSON.stringify(counts)}`);
    await sleep(20);
  }
}
