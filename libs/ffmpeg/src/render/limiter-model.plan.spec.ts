import { modelLimiter } from './limiter-model.plan.js';

describe('modelLimiter', () => {
  it('rests below the limit', () => {
    const model = modelLimiter(Float32Array.of(0.1, 0.4, 0.2), 2, 0.803);
    expect([...model.factor]).toEqual([1, 1, 1]);
    expect(model.reductionDb).toBe(0);
    expect(model.limitedShare).toBe(0);
  });

  it('comes down at once and goes back within 70 ms', () => {
    const peak = new Float32Array(20).fill(0.1);
    peak[5] = 1;
    const { factor, reductionDb } = modelLimiter(peak, 1.606, 0.803);
    expect(reductionDb).toBeCloseTo(6.02, 2);
    expect(factor[4]).toBe(1);
    expect(factor[5]).toBeCloseTo(0.55, 2);
    expect(factor[8]).toBeGreaterThan(factor[6]!);
    expect(factor[13]).toBe(1);
  });
});
