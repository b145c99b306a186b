import { checkCatalogues } from './index.js';

describe('the catalogues', () => {
  it('have no problem', () => {
    expect(checkCatalogues()).toEqual([]);
  });

  it('are told apart when a key is missing, a parameter differs, an apostrophe is straight or a message does not parse', () => {
    const problems = checkCatalogues(
      { a: 'A', b: '{n} b', c: 'C', d: '{n, plural, one {#} other {#}}', e: '{n' },
      { b: '{m} b', c: "l'été", d: '{n, plural, one {#} other {#}}', e: '{n', f: 'F' },
      { 'fr-FR': { z: 'Z' } },
    );
    expect(problems.map((p) => p.slice(0, 1))).toEqual(['a', 'f', 'b', 'e', 'c', 'z']);
  });
});
