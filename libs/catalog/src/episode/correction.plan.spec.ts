import { type Correctable, planCorrection } from './correction.plan.js';
import type { DraftPlan } from './draft.plan.js';

const versions = { basics: 1, texts: 1, chapters: 1, people: 1, cover: 1 };
const draft = (given: Partial<Correctable>): Correctable => ({
  ...{ title: '', summary: '', number: null, recordedOn: null, chapters: [], peopleCount: 0, proposals: {}, versions },
  ...given,
});
const plan: DraftPlan = {
  ...{ title: 'Du fichier', summary: '', number: 12, season: null, recordedOn: null, lang: 'fr', chapters: [] },
  ...{ guestIds: [], names: ['Mélanie Roy'], proposals: { title: 'tags', number: 'file-name', people: 'tags' } },
};

describe('the correction of a draft by the probe', () => {
  it('replaces what is still a proposal', () => {
    const correction = planCorrection(draft({ title: 'Fichier', proposals: { title: 'file-name' } }), plan);
    expect(correction).toMatchObject({
      title: 'Du fichier',
      names: ['Mélanie Roy'],
      proposals: { title: 'tags', people: 'tags' },
    });
  });

  it('leaves what somebody has written', () => {
    const correction = planCorrection(
      draft({ title: 'Le mien', versions: { ...versions, texts: 2, people: 2 } }),
      plan,
    );
    expect(correction).toEqual({ proposals: {} });
  });

  it('leaves a field that somebody has emptied', () => {
    expect(planCorrection(draft({ title: '', versions: { ...versions, texts: 3 } }), plan).title).toBeUndefined();
  });

  it('takes nothing but tags', () => {
    expect(planCorrection(draft({}), plan).number).toBeUndefined();
  });
});
