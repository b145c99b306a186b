import type { Worker } from 'bullmq';
import type { QueueBackend } from './backend.js';
import { type QueueName, optionsOf } from './queues.js';

const lookMs = 1_000;

/** How many jobs of each queue run in this process. */
export type RunningHere = Map<QueueName, number>;

/** Lets a queue of work that nobody waits for rest while there is work that somebody waits for. */
export class Yielding {
  private readonly before: readonly QueueName[];
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly backend: Pick<QueueBackend, 'queue'>,
    queue: QueueName,
    private readonly runningHere: RunningHere,
  ) {
    this.before = (optionsOf(queue).yieldsTo ?? []) as QueueName[];
  }

  /** Whether a job may begin now. Work that waits for another try does not count. */
  async mayBegin(): Promise<boolean> {
    if (this.before.some((name) => (this.runningHere.get(name) ?? 0) > 0)) return false;
    const waiting = await Promise.all(
      this.before.map((name) => this.backend.queue(name).getJobCounts('waiting', 'prioritized')),
    );
    return waiting.every((counts) => Object.values(counts).every((n) => n === 0));
  }

  /** Takes nothing more until a job may begin: it is looked once a second. */
  async rest(worker: Worker): Promise<void> {
    await worker.pause(true);
    this.lookAgain(worker);
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private lookAgain(worker: Worker): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      void this.mayBegin()
        // While the queue is away there is nothing to begin either.
        .catch(() => false)
        .then((isFree) => (isFree && !worker.isRunning() ? worker.resume() : this.lookAgain(worker)));
    }, lookMs);
    this.timer.unref();
  }
}
