import { downmixOf } from './downmix.js';

describe('downmixOf', () => {
  it('leaves mono and stereo alone', () => {
    expect(downmixOf(1, 'mono')).toBeNull();
    expect(downmixOf(2, null)).toBeNull();
  });

  it('mixes 5.1 with the weights of the design and without its LFE', () => {
    const expected = 'pan=stereo|c0=0.4142*c0+0.2929*c2+0.2929*c4|c1=0.4142*c1+0.2929*c2+0.2929*c5';
    expect(downmixOf(6, '5.1')).toBe(expected);
    expect(downmixOf(6, '5.1(side)')).toBe(expected);
    expect(downmixOf(6, null)).toBe(expected);
  });

  it('has a mix for every count that the probe lets in', () => {
    for (let channels = 3; channels <= 8; channels += 1) {
      const sides = [...downmixOf(channels, 'something new')!.matchAll(/c[01]=([^|]+)/g)].map(([, mix]) =>
        mix!.split('+'),
      );
      expect(sides).toHaveLength(2);
      for (const side of sides)
        expect(side.reduce((sum, term) => sum + Number(term.split('*')[0]), 0)).toBeCloseTo(1, 2);
    }
  });
});
