import { Meter } from './meter.js';

function truePeakOf(sample: (frame: number) => number, frames = 48000, blocks = [48000]): number {
  const meter = new Meter(48000, { sample: 'f32', channels: 1 }, 1000);
  const pcm = Float32Array.from({ length: frames }, (_, i) => sample(i));
  for (let at = 0, k = 0; at < frames; k += 1) {
    const size = Math.min(blocks[k % blocks.length]!, frames - at);
    meter.push(pcm.subarray(at, at + size), size);
    at += size;
  }
  return 20 * Math.log10(meter.finish().truePeak);
}

const tone = (hertz: number, phase: number, dbfs: number) => (i: number) =>
  10 ** (dbfs / 20) * Math.sin((2 * Math.PI * hertz * i) / 48000 + phase);

describe('true peak', () => {
  it('finds the top between two samples (EBU Tech 3341, case 16)', () => {
    // All samples lie 3 dB below the top.
    expect(truePeakOf(tone(12000, Math.PI / 4, -6))).toBeGreaterThan(-6.4);
    expect(truePeakOf(tone(12000, Math.PI / 4, -6))).toBeLessThan(-5.8);
  });

  it.each([0, 0.3, 1, 2])('reads a low tone exactly at phase %d', (phase) => {
    const fadedIn = (i: number) => Math.min(1, i / 4800) * tone(997, phase, -3)(i);
    expect(truePeakOf((i) => Math.min(1, (47_999 - i) / 4800) * fadedIn(i))).toBeCloseTo(-3, 1);
  });

  it('does not depend on where the blocks end', () => {
    const burst = (i: number) => (i > 470 && i < 500 ? tone(9000, 0.7, -2)(i) : 0.01 * Math.sin(i));
    const whole = truePeakOf(burst, 4800, [4800]);
    expect(truePeakOf(burst, 4800, [480])).toBeCloseTo(whole, 6);
    expect(truePeakOf(burst, 4800, [480, 960])).toBeCloseTo(whole, 6);
  });

  it('sees a peak on the very last sample', () => {
    expect(truePeakOf((i) => (i === 4799 ? 0.9 : 0), 4800, [960])).toBeGreaterThanOrEqual(20 * Math.log10(0.8999));
  });
});
