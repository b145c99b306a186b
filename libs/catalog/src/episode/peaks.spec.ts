import { toPeaks } from './peaks.js';

describe('the bars of a waveform', () => {
  it('are at most 200 heights of 0 to 100', () => {
    const overview = Array.from({ length: 1600 }, (_, i) => (i % 2 ? 127 : -128));
    const bars = toPeaks(overview);
    expect(bars).toHaveLength(200);
    expect(new Set(bars)).toEqual(new Set([100]));
  });

  it('are none without a waveform', () => {
    expect(toPeaks(null)).toEqual([]);
    expect(toPeaks(undefined)).toEqual([]);
    expect(toPeaks([])).toEqual([]);
  });
});
