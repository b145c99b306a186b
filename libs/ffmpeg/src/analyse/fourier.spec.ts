import { Spectrum } from './fourier.js';

describe('Spectrum', () => {
  it.each([3, 10.5, 100, 200.3])('gives the power of a sine at band %d there and nowhere else', (band) => {
    const spectrum = new Spectrum(512);
    spectrum.samples.forEach((_, i, all) => (all[i] = 0.4 * Math.sin((2 * Math.PI * band * i) / 512 + 1)));
    spectrum.transform();
    const near = (k: number) => Math.abs(k - band) <= 3;
    const sum = (keep: (k: number) => boolean) =>
      spectrum.power.reduce((total, value, k) => total + (keep(k) ? value : 0), 0);
    expect(sum(near)).toBeCloseTo(0.4 ** 2 / 2, 3);
    expect(sum((k) => !near(k))).toBeLessThan(1e-4);
  });
});
