import { judgeClaim } from './claim.plan.js';

describe('what a sentence claims', () => {
  it.each([
    ['en', 'You don’t earn trust with a logo, you earn it with a date you keep.', 'contrast'],
    ['en', 'People forgive a bad picture, but they stop listening as soon as the sound hurts.', 'contrast'],
    ['en', 'Make sure that somebody listens for one whole minute before you record.', 'advice'],
    ['fr', 'On ne gagne pas la confiance avec un logo, on la gagne avec une date tenue.', 'contrast'],
    ['fr', 'On pardonne une mauvaise image, mais on cesse d’écouter dès que le son fait mal.', 'contrast'],
    ['fr', 'Ce que nous avons appris tient sur une seule page de notes.', 'lesson'],
    ['fr', 'Nous avons retiré 12 tableaux de bord en un seul après-midi.', 'figure'],
  ])('is found in %s: %s', (language, sentence, reason) => {
    const { score, reasons } = judgeClaim(sentence, language);
    expect(reasons).toContain(reason);
    expect(score).toBeGreaterThanOrEqual(30);
  });

  it.each([
    ['en', 'And then it was quiet.'],
    ['en', 'Welcome to the show, thank you for coming.'],
    ['en', 'What would you tell somebody who never records, but wants to?'],
    ['fr', 'Ça ne se gagne pas, mais on y arrive avec le temps.'],
    ['fr', 'Merci d’être là, tout le monde vous attendait.'],
    ['en', `Nobody ${'really '.repeat(200)}knows.`],
  ])('is nothing where it leans on something else, greets, asks or never ends: %s %s', (language, sentence) => {
    expect(judgeClaim(sentence, language).score).toBe(0);
  });

  it('is no advice where somebody only stops', () => {
    expect(judgeClaim('Listeners stop at once as soon as the sound begins to hurt.', 'en').reasons).not.toContain(
      'advice',
    );
  });
});
