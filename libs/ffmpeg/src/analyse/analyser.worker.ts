import { parentPort, workerData } from 'node:worker_threads';
import { type AnalyseJob, runAnalysis } from './analyse-job.js';
import type { Analysis } from './analysis.js';
import { type FromWorker, toPlainError } from './worker-messages.js';

/** The worker thread's entry: analyses the one sound it was started for. Any message from outside means stop. */
if (parentPort) {
  const port = parentPort;
  const tell = (message: FromWorker, transfer: ArrayBuffer[] = []) => port.postMessage(message, transfer);
  const stop = new AbortController();
  port.once('message', () => stop.abort());
  runAnalysis(workerData as AnalyseJob, { signal: stop.signal, onProgress: (done) => tell({ kind: 'progress', done }) })
    .then((analysis) => tell({ kind: 'analysed', analysis }, buffersOf(analysis)))
    .catch((error: unknown) => tell({ kind: 'failed', error: toPlainError(error) }))
    .finally(() => port.close());
}

/** Handed over, not copied: hours of sound are tens of megabytes. */
function buffersOf({ bins, bands }: Analysis): ArrayBuffer[] {
  const { energy, ...others } = bins;
  return [...energy, ...Object.values(others), ...Object.values(bands)].map((array) => array.buffer as ArrayBuffer);
}
