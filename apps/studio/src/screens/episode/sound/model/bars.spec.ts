import { describe, expect, it } from '@jest/globals';
import { barsPath, openPeaks, toBars } from './bars';

const pairs = [-10, 20, -128, 5, 0, 64, -3, 3];
const peaks = openPeaks({
  bucketsPerSecond: 1,
  durationMs: 4_000,
  peaks: Buffer.from(new Int8Array(pairs).buffer).toString('base64'),
});

describe('the bars of a waveform', () => {
  it('are the loudest sample in each stretch', () => {
    const bars = toBars(peaks, { startMs: 0, endMs: 4_000 }, 4, (at) => at);
    expect(bars.map((b) => Math.round(b!))).toEqual([16, 100, 50, 2]);
    expect(toBars(peaks, { startMs: 0, endMs: 4_000 }, 2, (at) => at).map((b) => Math.round(b!))).toEqual([100, 50]);
  });

  it('are missing where this side has no sound', () => {
    const bars = toBars(peaks, { startMs: 0, endMs: 4_000 }, 4, (at) => (at < 2_000 ? null : at - 2_000));
    expect(bars.map((b) => b && Math.round(b))).toEqual([null, null, 16, 100]);
    expect(barsPath([null, 100], 40)).toBe('M4 1v38');
  });
});
