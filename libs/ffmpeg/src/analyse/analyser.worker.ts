import { parentPort, workerData } from 'node:worker_threads';
import type { MeasureJob } from './measure.js';
import { measure } from './measure.js';
import { type FromWorker, toPlainError } from './worker-messages.js';

/** The worker thread's entry: measures the one file it was started for. Any message from outside means stop. */
if (parentPort) {
  const port = parentPort;
  const tell = (message: FromWorker, transfer: ArrayBuffer[] = []) => port.postMessage(message, transfer);
  const stop = new AbortController();
  port.once('message', () => stop.abort());
  measure(workerData as MeasureJob, { signal: stop.signal, onProgress: (done) => tell({ kind: 'progress', done }) })
    .then((measured) => {
      // Handed over, not copied: hours of sound are tens of megabytes.
      const arrays = Object.values(measured)
        .flat()
        .filter((each) => each instanceof Float32Array);
      tell(
        { kind: 'measured', measured },
        arrays.map((array) => array.buffer as ArrayBuffer),
      );
    })
    .catch((error: unknown) => tell({ kind: 'failed', error: toPlainError(error) }))
    .finally(() => port.close());
}
