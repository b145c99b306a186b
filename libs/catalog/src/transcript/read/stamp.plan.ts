/** A time code as transcripts write it: `1:02:03.450`, `02:03,450` or `2:03`. One capture: the whole. */
export const stampPattern = String.raw`((?:\d{1,3}:)?\d{1,3}:[0-5]?\d(?:[.,]\d{1,6})?)`;

const parts = /^(?:(\d{1,3}):)?(\d{1,3}):([0-5]?\d)(?:[.,](\d{1,6}))?$/;

/** Milliseconds; undefined for what is no time code. */
export function readStamp(text: string): number | undefined {
  const found = parts.exec(text.trim());
  if (!found) return undefined;
  const [, h = '0', m = '0', s = '0', fraction = '0'] = found;
  if (found[1] !== undefined && Number(m) > 59) return undefined;
  return Math.round((Number(h) * 3600 + Number(m) * 60 + Number(s) + Number(`0.${fraction}`)) * 1000);
}
