import { ClipFinder } from './clip-finder.js';

const sineOver = (over: number, ceiling: number) =>
  Float32Array.from({ length: 4800 }, (_, i) => Math.max(-ceiling, Math.min(ceiling, over * Math.sin(i / 30))));

function find(samples: Float32Array): ClipFinder {
  const finder = new ClipFinder(1, 1);
  for (let bin = 0; bin * 480 < samples.length; bin += 1) {
    const own = samples.subarray(bin * 480, bin * 480 + 480);
    const size = own.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    finder.look(samples, 0, bin * 480, bin * 480 + 480, bin, size);
  }
  return finder;
}

describe('ClipFinder', () => {
  it.each([1, 0.5])('counts samples that stick at %d', (ceiling) => {
    const clipped = sineOver(1.5 * ceiling, ceiling);
    const stuck = clipped.filter((value) => Math.abs(value) === ceiling).length;
    const { samples, places } = find(clipped);
    // Runs over the edge of two bins are cut, and below full scale the first bin is not suspicious yet.
    expect(samples).toBeGreaterThan(0.75 * stuck);
    expect(samples).toBeLessThanOrEqual(stuck);
    expect(places).toHaveLength(1);
  });

  it('finds nothing in a sound that only touches the ceiling', () => {
    expect(find(sineOver(1, 1)).samples).toBe(0);
  });

  it('finds nothing in a constant', () => {
    expect(find(new Float32Array(4800).fill(0.5)).samples).toBe(0);
  });
});
