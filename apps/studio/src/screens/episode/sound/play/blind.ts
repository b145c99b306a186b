import type { SideName } from './side';

/** A comparison without names: which side is the first is drawn by lot. */
export interface Blind {
  first: SideName;
  /** What was preferred; undefined while listening. */
  choice?: 1 | 2;
}

export function drawLots(): Blind {
  const [bit = 0] = crypto.getRandomValues(new Uint8Array(1));
  return { first: bit & 1 ? 'before' : 'after' };
}

export const numberOf = ({ first }: Blind, side: SideName): 1 | 2 => (side === first ? 1 : 2);

export function sideOf({ first }: Blind, number: 1 | 2): SideName {
  if (number === 1) return first;
  return first === 'before' ? 'after' : 'before';
}
