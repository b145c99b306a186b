import { readFileName, toGuessedName, toNameCandidates } from './file-name.plan.js';

describe('the name of a file', () => {
  it.each([
    ['MNC-087-jean-tremblay-FINAL2.wav', { number: 87, words: ['jean', 'tremblay'] }],
    ['ep12_Mélanie_Roy_mix3.mp3', { number: 12, words: ['Mélanie', 'Roy'] }],
    ['s03e87 - jean tremblay.m4a', { number: 87, season: 3, words: ['jean', 'tremblay'] }],
    ['2024-03-12 Interview with Karim.wav', { date: '2024-03-12', words: ['Interview', 'with', 'Karim'] }],
    ['20240312_keynote_48k.flac', { date: '2024-03-12', words: ['keynote'] }],
    ['C:\\Users\\me\\Episode 5 v2 final.wav', { number: 5, words: [] }],
    ['../../etc/passwd', { words: ['passwd'] }],
    ['audio.mp3', { words: [] }],
    ['', { words: [] }],
  ])('%s says what it says', (name, facts) => {
    expect(readFileName(name)).toEqual(facts);
  });

  it('leaves out the words of the show and its initials', () => {
    expect(readFileName('marketing-news-canada-87-jean-tremblay.wav', 'Marketing News Canada')).toEqual({
      number: 87,
      words: ['jean', 'tremblay'],
    });
    expect(readFileName('mnc 87 jean tremblay.wav', 'Marketing News Canada').words).toEqual(['jean', 'tremblay']);
  });

  it('offers every run of words as a name to look up, longest first', () => {
    expect(toNameCandidates(['jean', 'paul', 'roy'])).toEqual(['jean-paul-roy', 'jean-paul', 'paul-roy']);
  });

  it('guesses a name from two or three words that could be one', () => {
    expect(toGuessedName(['jean', 'tremblay'])).toBe('Jean Tremblay');
    expect(toGuessedName(['how', 'to', 'sell'])).toBeUndefined();
    expect(toGuessedName(['jean'])).toBeUndefined();
  });
});
