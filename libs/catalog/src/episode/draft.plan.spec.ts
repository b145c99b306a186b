import { type DraftSources, findNames, planDraft } from './draft.plan.js';

const show = { language: 'fr-CA', title: 'Marketing News Canada', author: 'Atelier Nord' };
const sources = (given: Partial<DraftSources>): DraftSources => ({ show, lastNumber: 86, known: [], ...given });
const jean = { id: 'p1', name: 'Jean Tremblay', slug: 'jean-tremblay' };

describe('the plan of a draft', () => {
  it('takes number and a known guest from the file name and marks both as proposals (ux:P-08)', () => {
    const plan = planDraft(sources({ fileName: 'MNC-087-jean-tremblay-FINAL2.wav', known: [jean] }));
    expect(plan).toMatchObject({ number: 87, guestIds: ['p1'], names: [], title: 'Jean Tremblay', lang: 'fr' });
    expect(plan.proposals).toEqual({ number: 'file-name', people: 'file-name', title: 'file-name' });
  });

  it('offers an unknown guest as a name', () => {
    const plan = planDraft(sources({ fileName: 'MNC-087-jean-tremblay-FINAL2.wav' }));
    expect(plan).toMatchObject({ guestIds: [], names: ['Jean Tremblay'] });
  });

  it('puts tags before the file name, but a guest whom the file is named after before the artist', () => {
    const tags = {
      title: 'Quinze ans\u000b sans budget',
      track: '088/120',
      date: '2026-03-12',
      artist: 'Mélanie Roy',
      comment: 'Un entretien.',
    };
    const plan = planDraft(sources({ fileName: 'MNC-087-jean-tremblay.wav', tags }));
    expect(plan).toMatchObject({
      title: 'Quinze ans sans budget',
      number: 88,
      recordedOn: '2026-03-12',
      summary: 'Un entretien.',
      names: ['Jean Tremblay'],
    });
    expect(plan.proposals).toEqual({
      title: 'tags',
      number: 'tags',
      recordedOn: 'tags',
      summary: 'tags',
      people: 'file-name',
    });
  });

  it('does not take the show or its author for a guest', () => {
    expect(planDraft(sources({ tags: { artist: 'Atelier Nord' } })).names).toEqual([]);
    expect(planDraft(sources({ tags: { artist: 'marketing news canada' } })).names).toEqual([]);
  });

  it('counts on from the last published number when nobody says another (ux:P-09)', () => {
    expect(planDraft(sources({}))).toMatchObject({ number: 87, proposals: { number: 'show' } });
    expect(planDraft(sources({ lastNumber: undefined })).number).toBeNull();
  });

  it('keeps chapters of the tags, and none that are out of form', () => {
    const chapters = [
      { startMs: 60_000, title: 'Deux' },
      { startMs: 0, title: 'Un' },
    ];
    expect(planDraft(sources({ tags: { chapters } })).chapters.map((c) => c.title)).toEqual(['Un', 'Deux']);
    expect(planDraft(sources({ tags: { chapters: [...chapters, { startMs: 0, title: 'Encore' }] } })).chapters).toEqual(
      [],
    );
  });

  it('survives tags that are nonsense', () => {
    const tags = { title: ' \u0000 ', track: 'x', date: '0000', artist: '\ud800', comment: '' };
    expect(() => planDraft(sources({ tags, fileName: '\ud800'.repeat(3000) }))).not.toThrow();
  });

  it('asks for the names that it may find', () => {
    expect(findNames(sources({ fileName: '1-jean-tremblay.wav', tags: { artist: 'Mélanie Roy; Karim Ben' } }))).toEqual(
      ['jean-tremblay', 'melanie-roy', 'karim-ben'],
    );
  });
});
