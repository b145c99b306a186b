import type { JobControl } from '../job.js';

/** One of several works that run side by side. */
export interface Work {
  /** Its share of the progress. */
  readonly weight: number;
  readonly run: (control: JobControl) => Promise<void>;
}

/**
 * Runs works side by side as one: one progress, and when one fails the others are stopped and waited for.
 * @throws what the first one to fail threw, or the signal's reason.
 */
export async function together(works: readonly Work[], { signal, onProgress }: JobControl): Promise<void> {
  const stop = new AbortController();
  const either = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal;
  const done = works.map(() => 0);
  const whole = works.reduce((sum, { weight }) => sum + weight, 0);
  const tell = () => onProgress?.(works.reduce((sum, { weight }, index) => sum + weight * done[index]!, 0) / whole);
  const ended = await Promise.allSettled(
    works.map(async ({ run }, index) => {
      try {
        await run({
          signal: either,
          onProgress: (share) => {
            done[index] = share;
            tell();
          },
        });
      } catch (error) {
        stop.abort(error);
        throw error;
      }
    }),
  );
  if (stop.signal.aborted) throw stop.signal.reason;
  if (ended.some(({ status }) => status === 'rejected')) throw signal?.reason;
}
