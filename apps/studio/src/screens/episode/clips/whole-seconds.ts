import { formatTimeCode } from '../chapters/time-code';

/** `0:28`: enough to find a place by; the editor has the exact time. */
export function wholeSeconds(ms: number): string {
  return formatTimeCode(Math.floor(ms / 1000) * 1000);
}
