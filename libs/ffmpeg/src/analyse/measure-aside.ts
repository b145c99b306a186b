import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { JobControl } from '../job.js';
import { type MeasureJob, measure } from './measure.js';
import type { Measured } from './meter.js';
import { type FromWorker, toError } from './worker-messages.js';

const compiledWorker = new URL('./analyser.worker.js', import.meta.url);

/**
 * Measures in a thread of its own, so that the main thread goes on renewing locks. Where the compiled
 * worker does not lie beside this file (tests run the sources) it measures in this thread: same code, same result.
 */
export function measureAside(
  job: MeasureJob,
  control: JobControl = {},
  worker: URL = compiledWorker,
): Promise<Measured> {
  return existsSync(fileURLToPath(worker)) ? inThread(worker, job, control) : measure(job, control);
}

function inThread(entry: URL, job: MeasureJob, { signal, onProgress }: JobControl): Promise<Measured> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const worker = new Worker(entry, { workerData: job });
    // The thread kills its decoder and then ends by itself; ending it from here would leave the decoder alone.
    const onAbort = () => worker.postMessage('stop');
    let result: Measured | undefined;
    let failure: unknown;
    signal?.addEventListener('abort', onAbort, { once: true });
    worker.on('message', (message: FromWorker) => {
      if (message.kind === 'progress') onProgress?.(message.done);
      else if (message.kind === 'measured') result = message.measured;
      else failure = toError(message.error);
    });
    worker.on('error', (error) => (failure ??= error));
    worker.on('exit', () => {
      signal?.removeEventListener('abort', onAbort);
      if (result) resolve(result);
      else reject(signal?.aborted ? signal.reason : (failure ?? new Error('The analyser stopped without a result.')));
    });
  });
}
