import { findBlockers } from './blockers.plan.js';

const text = { lang: 'fr', title: 'Un titre', summary: '', notes: '' };
const copy = { texts: [text], type: 'full', number: null, coverKey: null } as never as Parameters<
  typeof findBlockers
>[0];
const show = {
  language: 'fr-CA',
  coverKey: 'image/x.jpg',
  category: 'Business',
  subcategory: 'Management',
  type: 'episodic',
} as const;
const codes = (...args: Parameters<typeof findBlockers>) => findBlockers(...args).map(({ code }) => code);

describe('what keeps an episode from being published', () => {
  it('is nothing when all is there', () => {
    expect(findBlockers(copy, show, 'ready')).toEqual([]);
  });

  it('is everything that is missing, at once, with its field', () => {
    const english = { ...copy, texts: [{ ...text, lang: 'en' }] } as typeof copy;
    expect(findBlockers(english, { ...show, coverKey: null, subcategory: 'Books' }, 'none')).toEqual([
      { code: 'AUDIO_MISSING', field: 'audio' },
      { code: 'TITLE_MISSING', field: 'texts.fr.title' },
      { code: 'COVER_MISSING', field: 'cover' },
      { code: 'CATEGORY_MISSING', field: 'show.category' },
    ]);
  });

  it('is sound that is not ready', () => {
    expect(codes(copy, show, 'waiting')).toEqual(['AUDIO_NOT_READY']);
  });

  it('is a full episode without a number in a serial show (feed:C14)', () => {
    expect(codes(copy, { ...show, type: 'serial' }, 'ready')).toEqual(['NUMBER_MISSING']);
    expect(codes({ ...copy, type: 'trailer' }, { ...show, type: 'serial' }, 'ready')).toEqual([]);
  });

  it('is not the show’s cover when the episode has its own', () => {
    expect(codes({ ...copy, coverKey: 'image/own.jpg' }, { ...show, coverKey: null }, 'ready')).toEqual([]);
  });
});
