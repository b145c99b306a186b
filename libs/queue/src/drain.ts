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
  let quietLooks = 0;
  for (let waited = 0; ; waited += 20) {
    // A job that ends between both looks leaves a row behind, a relay beside this one a job: only two quiet looks are the end.
    const counts = await countJobs(backend);
    const relayed = (await relay?.relayOnce()) ?? 0;
    const left = Object.values(counts).reduce((sum, n) => sum + n, 0);
    quietLooks = relayed + left === 0 ? quietLooks + 1 : 0;
    if (quietLooks === 2) return;
    if (waited >= timeoutMs)
      throw new Error(`The queues are not empty after ${timeoutMs} ms: ${JSON.stringify(counts)}`);
    await sleep(20);
  }
}
