import { decodePeaks, toWaveform } from './waveform.js';

describe('toWaveform', () => {
  it('keeps the extremes at every size', () => {
    const min = new Float32Array(12_345).fill(-0.25);
    const max = new Float32Array(12_345).fill(0.5);
    min[7000] = -1;
    max[12_344] = 1;
    const waveform = toWaveform(min, max, 123_450);
    expect(waveform.overview).toHaveLength(1600);
    expect(Math.min(...waveform.overview)).toBe(-128);
    expect(waveform.overview.at(-1)).toBe(127);
    const detail = decodePeaks(waveform);
    expect(detail).toHaveLength(2 * 1235);
    expect(detail[2 * 700]).toBe(-128);
    expect(detail[1]).toBe(64);
  });

  it('makes a short one from a short sound', () => {
    const waveform = toWaveform(new Float32Array(3).fill(-1), new Float32Array(3).fill(1), 30);
    expect(waveform.overview).toEqual([-128, 127, -128, 127, -128, 127]);
  });

  it.each([
    [0.5, 10],
    [3, 10],
    [12, 2],
  ])('stays small for %d hours', (hours, bucketsPerSecond) => {
    const bins = hours * 360_000;
    const loud = new Float32Array(bins).fill(0.99);
    const waveform = toWaveform(
      loud.map((value) => -value),
      loud,
      bins * 10,
    );
    expect(waveform.detail.bucketsPerSecond).toBe(bucketsPerSecond);
    expect(JSON.stringify(waveform.overview).length).toBeLessThanOrEqual(8192);
    expect(waveform.detail.peaks.length).toBeLessThanOrEqual(300_000);
    expect(decodePeaks(waveform)).toHaveLength(2 * hours * 3600 * bucketsPerSecond);
  });
});
