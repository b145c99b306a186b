import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { JobControl } from '../job.js';
import { type AnalyseJob, runAnalysis } from './analyse-job.js';
import type { Analysis } from './analysis.js';
import { type FromWorker, toError } from './worker-messages.js';

/** The pieces that come through the pipe are freed soon, or they pile up to tens of megabytes. */
const resourceLimits = { maxYoungGenerationSizeMb: 1 };

const compiledWorker = new URL('./analyser.worker.js', import.meta.url);

/**
 * Analyses in a thread of its own, so that the main thread goes on renewing locks and what is needed on the way is
 * freed with the thread. Where the compiled worker does not lie beside this file (tests run the sources) it happens in
 * this thread: same code, same result.
 */
export function analyseAside(
  job: AnalyseJob,
  control: JobControl = {},
  worker: URL = compiledWorker,
): Promise<Analysis> {
  return existsSync(fileURLToPath(worker)) ? inThread(worker, job, control) : runAnalysis(job, control);
}

function inThread(entry: URL, job: AnalyseJob, { signal, onProgress }: JobControl): Promise<Analysis> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const worker = new Worker(entry, { workerData: job, resourceLimits });
    // The thread kills its decoder and then ends by itself; ending it from here would leave the decoder alone.
    const onAbort = () => worker.postMessage('stop');
    let result: Analysis | undefined;
    let failure: unknown;
    signal?.addEventListener('abort', onAbort, { once: true });
    worker.on('message', (message: FromWorker) => {
      if (message.kind === 'progress') onProgress?.(message.done);
      else if (message.kind === 'analysed') result = message.analysis;
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
