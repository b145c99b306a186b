import type { WorkState } from '../api/types';

/** Whether work waits for its turn or runs: it will go on by itself. */
export const isUnderWay = (state: WorkState): boolean => state === 'running' || state === 'waiting';
