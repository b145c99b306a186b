import { describe, expect, it } from '@jest/globals';
import { drawLots, numberOf, sideOf } from './blind';

describe('a blind comparison', () => {
  it('gives each side a number and finds it again', () => {
    for (const first of ['before', 'after'] as const) {
      expect(sideOf({ first }, 1)).toBe(first);
      for (const side of ['before', 'after'] as const) expect(sideOf({ first }, numberOf({ first }, side))).toBe(side);
    }
  });

  it('draws lots', () => {
    expect(new Set(Array.from({ length: 60 }, () => drawLots().first)).size).toBe(2);
  });
});
