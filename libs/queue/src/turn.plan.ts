import type { Turn } from './job.js';

/** A job that waits, or has just been taken and may still give way. `since`: ms, when it was ordered. */
export interface Candidate extends Required<Turn> {
  readonly id: string;
  readonly since: number;
}

/** How the owners were served until now: the number of the last turn of each, counted up. */
export type Served = ReadonlyMap<string, number>;

/**
 * The job whose turn it is: the lowest rank, of the owner with the least running, then of the owner who was served
 * the longest ago, then that owner's lowest order, then the oldest. `running` holds an owner for each running job.
 * @throws RangeError without candidates.
 */
export function chooseNext(
  candidates: readonly Candidate[],
  running: readonly string[],
  served: Served = new Map(),
): Candidate {
  const key = ({ rank, owner, order, since }: Candidate) =>
    [rank, running.filter((each) => each === owner).length, served.get(owner) ?? 0, order, since] as const;
  const [first, ...rest] = candidates.map((each) => ({ each, key: key(each) }));
  if (!first) throw new RangeError('There is nothing to choose from.');
  return rest.reduce((best, next) => (isBefore(next, best) ? next : best), first).each;
}

function isBefore(a: { each: Candidate; key: readonly number[] }, b: { each: Candidate; key: readonly number[] }) {
  const at = a.key.findIndex((value, i) => value !== b.key[i]);
  return at < 0 ? a.each.id < b.each.id : a.key[at]! < b.key[at]!;
}

/** What the queue sorts by until somebody chooses. 1 is kept for the job that was chosen. */
export function toPriority({ rank, order }: Required<Turn>): number {
  return 2 + rank * 10 + order;
}
