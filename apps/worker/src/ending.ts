import type { WorkerApp } from './worker.app.js';

/**
 * Ends the process once, however often and by whomever it is asked: a signal, or the end of the process that
 * started it. What runs gets `graceMs`, then goes back to the queue (`fault:F31`).
 */
export function endOn(worker: Pick<WorkerApp, 'close'>, graceMs: number): void {
  let ending: Promise<never> | undefined;
  const end = () =>
    (ending ??= worker.close(graceMs).then(
      () => process.exit(0),
      () => process.exit(1),
    ));
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  process.on('disconnect', end);
  // Orphaned while it started.
  if (process.send && !process.connected) void end();
}
