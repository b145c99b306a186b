import { describe, expect, it } from '@jest/globals';
import { toNudge } from './sync';

describe('keeping both sides together', () => {
  it('jumps when far apart, hurries or waits when near, and then leaves it', () => {
    expect(toNudge(0, 3)).toEqual({ kind: 'seek' });
    expect(toNudge(10, 10.1)).toEqual({ kind: 'rate', rate: expect.closeTo(1.12) });
    expect(toNudge(10.3, 10)).toEqual({ kind: 'rate', rate: 0.75 });
    expect(toNudge(10, 10.004)).toEqual({ kind: 'keep' });
  });

  it('meets within two seconds from a quarter of a second away', () => {
    let [is, should] = [5, 5.25];
    for (let ms = 0; ms < 2_000; ms += 50) {
      const nudge = toNudge(is, should);
      is += 0.05 * (nudge.kind === 'rate' ? nudge.rate : 1);
      should += 0.05;
    }
    expect(Math.abs(should - is)).toBeLessThan(0.04);
  });
});
