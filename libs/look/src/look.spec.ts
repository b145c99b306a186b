import { accentsFor, contrast, faviconSvg, palettes, tokensCss, waveformPath, wordmarkSvg } from './index.js';

describe('the look', () => {
  it.each(['light', 'dark'] as const)('has AA contrast for every text colour in the %s theme', (theme) => {
    const { paper, surface, line, before, 'on-accent': onAccent, ...texts } = palettes[theme];
    for (const colour of Object.values(texts).filter((c) => c !== paper)) {
      expect(contrast(colour, paper)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(colour, surface)).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(onAccent, palettes[theme].accent)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(before, paper)).toBeGreaterThanOrEqual(3);
    expect(line).toMatch(/^#/);
  });

  it.each(['#FFEE00', '#000000', '#ffffff', '#7f7f7f', '#0b6e6e'])(
    'makes the accent %s of a show readable',
    (chosen) => {
      const accents = accentsFor(chosen)!;
      expect(contrast(accents.light.accent, palettes.light.paper)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(accents.dark.accent, palettes.dark.paper)).toBeGreaterThanOrEqual(4.5);
      for (const { accent, 'on-accent': on } of [accents.light, accents.dark]) {
        expect(contrast(on, accent)).toBeGreaterThanOrEqual(4.5);
      }
    },
  );

  it('takes no accent that is not a colour', () => {
    expect(accentsFor('red;}')).toBeUndefined();
  });

  it('writes tokens, mark and favicon without a hole', () => {
    for (const text of [tokensCss(), wordmarkSvg(), faviconSvg()]) expect(text).not.toMatch(/undefined|NaN/);
    expect(tokensCss()).toContain('--accent:#C0341A');
  });

  it('draws a bar for each slice of the peaks, mirrored about the middle', () => {
    expect(waveformPath([0, 100], 2, 40)).toBe('M1 19v2M4 1v38');
    expect(waveformPath([50], 3, 40).match(/M/g)).toHaveLength(3);
    expect(waveformPath([100, 100, 2, 3], 2, 40)).toBe('M1 1v38M4 19v2');
    expect(waveformPath([], 1, 40)).toBe('M1 19v2');
  });
});
