import { describe, expect, it } from '@jest/globals';
import { shortTerm } from './short-term';

const sine = (seconds: number, rate: number, peakDb: number, hz = 997) =>
  Float32Array.from(
    { length: seconds * rate },
    (_, i) => 10 ** (peakDb / 20) * Math.sin((2 * Math.PI * hz * i) / rate),
  );

describe('short-term loudness in the browser', () => {
  it.each([44_100, 48_000])('reads the reference sine at %i Hz', (rate) => {
    const channel = sine(5, rate, -23);
    expect(shortTerm([channel, channel], rate).at(-1)).toBeCloseTo(-23, 1);
    expect(shortTerm([channel], rate).at(-1)).toBeCloseTo(-23, 1);
  });

  it('weighs low tones less, and silence is -70', () => {
    const rate = 48_000;
    const low = sine(4, rate, -20, 40);
    expect(shortTerm([low, low], rate).at(-1)!).toBeLessThan(-22);
    expect(shortTerm([new Float32Array(rate * 2)], rate)).toEqual([-70, -70]);
  });
});
