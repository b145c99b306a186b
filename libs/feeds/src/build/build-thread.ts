import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { BuildDeps, BuildOrder } from './run-build.js';

/** What the thread is started with. */
export interface ThreadGiven {
  databaseUrl: string;
  origin: string;
  hubs: readonly string[];
  podping: boolean;
}

export interface ThreadOrder {
  id: number;
  order: BuildOrder;
}

export interface ThreadAnswer {
  id: number;
  /** Absent when it went well. */
  problem?: string;
}

const compiled = new URL('./builder.worker.js', import.meta.url);
/**
 * Several times what five thousand items need; more than that ends the build, not the process. Most of it is short-lived,
 * so a large young generation saves half of the time that collecting takes.
 */
const resourceLimits = { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 96 };
/** Afterwards its memory is given back. */
const idleMs = 5 * 60_000;

/**
 * Builds in a thread of its own, with a connection of its own, so that not even reading thousands of rows holds up the
 * main thread. It is started for the first build, and ended when there was none for five minutes.
 */
export class BuildThread {
  private worker: Worker | undefined;
  private idle: NodeJS.Timeout | undefined;
  private lastId = 0;
  private readonly running = new Map<number, { resolve: () => void; reject: (error: Error) => void }>();
  /** Where the compiled thread does not lie beside this file (tests run the sources) there is none. */
  readonly isThere = existsSync(fileURLToPath(compiled));

  constructor(
    private readonly given: Pick<BuildDeps, 'addresses' | 'hubs' | 'podping'> & Pick<ThreadGiven, 'databaseUrl'>,
  ) {}

  run(order: BuildOrder): Promise<void> {
    const worker = (this.worker ??= this.start());
    clearTimeout(this.idle);
    const id = ++this.lastId;
    return new Promise((resolve, reject) => {
      this.running.set(id, { resolve, reject });
      worker.postMessage({ id, order } satisfies ThreadOrder);
    });
  }

  private start(): Worker {
    const { databaseUrl, addresses, hubs = [], podping = false } = this.given;
    const workerData: ThreadGiven = { databaseUrl, origin: addresses.origin, hubs, podping };
    const worker = new Worker(compiled, { workerData, resourceLimits });
    worker.unref();
    worker.on('message', ({ id, problem }: ThreadAnswer) => this.settle(id, problem));
    worker.on('error', (error) => this.giveUp(worker, error));
    worker.on('exit', () => this.giveUp(worker, new Error('The thread that builds feeds has ended.')));
    return worker;
  }

  private settle(id: number, problem: string | undefined): void {
    const asked = this.running.get(id);
    this.running.delete(id);
    if (problem === undefined) asked?.resolve();
    else asked?.reject(new Error(problem));
    if (this.running.size > 0) return;
    this.idle = setTimeout(() => this.end(), idleMs).unref();
  }

  /** What is ordered from now on gets a new one. */
  private end(): void {
    this.worker?.postMessage('end');
    this.worker = undefined;
  }

  /** Orders that it had go back to the queue, which tries again. */
  private giveUp(worker: Worker, error: Error): void {
    if (this.worker !== worker) return;
    this.worker = undefined;
    clearTimeout(this.idle);
    for (const { reject } of this.running.values()) reject(error);
    this.running.clear();
  }
}
