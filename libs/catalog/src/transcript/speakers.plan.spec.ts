import { findPerson, toSpeakers } from './speakers.plan.js';

const people = [
  { personId: 'eve', name: 'Ève Côté' },
  { personId: 'jean', name: 'Jean Tremblay' },
  { personId: 'jeanne', name: 'Jean Dupont' },
];

describe('a speaker', () => {
  it.each([
    ['Ève Côté', 'eve'],
    ['EVE COTE', 'eve'],
    ['eve', 'eve'],
    ['Tremblay', 'jean'],
    ['Jean', null],
    ['Speaker 1', null],
    ['', null],
  ])('%j is %s', (speaker, personId) => {
    expect(findPerson(speaker, {}, people)).toBe(personId);
  });

  it('is whom somebody chose, as long as they appear', () => {
    expect(findPerson('Jean', { Jean: 'jeanne' }, people)).toBe('jeanne');
    expect(findPerson('Ève', { Ève: null }, people)).toBeNull();
    expect(findPerson('Ève', { Ève: 'gone' }, people)).toBe('eve');
    expect(findPerson('constructor', {}, people)).toBeNull();
  });

  it('is listed once, with how often they speak', () => {
    const segments = ['Jean', 'Ève', 'Jean', ''].map((speaker) => ({ speaker }));
    expect(toSpeakers(segments, { Jean: 'jean' }, people)).toEqual([
      { speaker: 'Jean', count: 2, isChosen: true, personId: 'jean' },
      { speaker: 'Ève', count: 1, isChosen: false, personId: 'eve' },
    ]);
  });
});
