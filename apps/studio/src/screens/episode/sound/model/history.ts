/** What was, is and would be again. */
export interface History<T> {
  past: readonly T[];
  now: T;
  future: readonly T[];
}

/** So many steps can be taken back (`ux` 4.0 asks for 100). */
const mostSteps = 200;

export const begin = <T>(now: T): History<T> => ({ past: [], now, future: [] });

/** One more step. `merges`: it continues the last one (the same slider still moves) and is taken back with it. */
export function step<T>({ past, now }: History<T>, next: T, merges = false): History<T> {
  return { past: merges ? past : [...past, now].slice(-mostSteps), now: next, future: [] };
}

export function undo<T>(history: History<T>): History<T> {
  const { past, now, future } = history;
  return past.length === 0 ? history : { past: past.slice(0, -1), now: past.at(-1)!, future: [now, ...future] };
}

export function redo<T>(history: History<T>): History<T> {
  const { past, now, future } = history;
  return future.length === 0 ? history : { past: [...past, now], now: future[0]!, future: future.slice(1) };
}
