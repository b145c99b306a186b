import { toTerms } from './terms.plan.js';

describe('a question', () => {
  it.each([
    ['confiance', { words: ['confiance'], before: '', beginning: 'confiance', isPlain: true }],
    [
      'la confiance dév',
      { words: ['la', 'confiance', 'dév'], before: 'la confiance', beginning: 'dev', isPlain: true },
    ],
    ['confiance ', { before: undefined, beginning: '', isPlain: true }],
    ['"date tenue"', { words: ['date', 'tenue'], before: undefined, isPlain: false }],
    ['logo -marque', { words: ['logo'], before: undefined, isPlain: false }],
    ['logo OR marque', { words: ['logo', 'marque'], isPlain: false }],
    ['l’œuvre', { question: "l'oeuvre", words: ['l', 'oeuvre'], beginning: 'oeuvre' }],
    ['ia', { before: undefined, words: ['ia'] }],
    ['"never closed', { words: ['never', 'closed'], before: undefined }],
  ])('%j is understood', (typed, terms) => {
    expect(toTerms(typed)).toMatchObject(terms);
  });

  it.each(['', '   ', '"', '-', '&|!():*', '-word', '\u0000'])('%j has no word', (typed) => {
    expect(toTerms(typed)).toBeUndefined();
  });

  it('is cut off after two hundred characters and sixteen words', () => {
    expect(toTerms('mot '.repeat(10_000))!.words).toHaveLength(16);
    expect(toTerms('x'.repeat(10_000))!.question).toHaveLength(200);
  });
});
