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
});
