import { bestHit, cutAround, mayMatch, stemsIn, toPieces, wordsIn } from './marks.plan.js';

const hits = new Set(['dates', 'tenue']);
const text = 'Les dates, <b>tenue</b> & l’été';

describe('marks', () => {
  it('are structure beside the text, whatever the text holds', () => {
    expect(toPieces(text, hits)).toEqual([
      { text: 'Les ', isHit: false },
      { text: 'dates', isHit: true },
      { text: ', <b>', isHit: false },
      { text: 'tenue', isHit: true },
      { text: '</b> & l’été', isHit: false },
    ]);
    expect(
      toPieces(text, hits)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
  });

  it('know words with accents, each once', () => {
    expect(wordsIn([text, 'été'])).toEqual(['Les', 'dates', 'b', 'tenue', 'l', 'été']);
  });

  it('are looked for where most of them are close together', () => {
    const found = new Set(['date', 'dates', 'tenue', 'Dates']);
    expect(bestHit('Une date tenue', found)).toBe(4);
    expect(bestHit('Rien', found)).toBeUndefined();
    const long = `Une date. ${'mot '.repeat(60)}Des dates, Dates. ${'mot '.repeat(60)}Une date mal tenue, une date tenue.`;
    expect(long.slice(bestHit(long, found))).toBe('date tenue.');
  });

  it('are only asked of the dictionary where they begin like what is looked for', () => {
    expect(stemsIn(`'dat' | 'l''an':* & 'die'`)).toEqual(['dat', "l'an", 'die']);
    expect(['dates', 'dying', 'equipe'].map((word) => mayMatch(word, ['equip', 'die']))).toEqual([true, true, true]);
    expect(mayMatch('envie', ['equip'])).toBe(false);
  });
});

describe('a cut', () => {
  const long =
    'Un début qui dure un certain temps. La phrase commence ici et nomme la confiance au milieu. ' +
    'Et la suite continue. '.repeat(20);

  it('begins with the sentence, ends with a word and says what is left out', () => {
    const cut = cutAround(long, long.indexOf('confiance'));
    expect(cut).toMatch(/^… La phrase commence ici/);
    expect(cut).toMatch(/\p{L}\.? …$/u);
    expect(cut.length).toBeLessThan(232);
  });

  it('holds the place also in a text without an end of a sentence or a space', () => {
    const endless = `${'mot '.repeat(200)}CIBLE ${'mot '.repeat(200)}`;
    expect(cutAround(endless, endless.indexOf('CIBLE'))).toContain('CIBLE');
    expect(cutAround('x'.repeat(5_000), 0)).toHaveLength(222);
    expect(cutAround('Court.', 0)).toBe('Court.');
  });
});
