import { cleanShowForm, findShowProblems, isTakenSegment, toShowSlug } from './show.plan.js';

const paths = (form: Parameters<typeof findShowProblems>[0]) =>
  findShowProblems(cleanShowForm(form), { category: 'Arts' }).map(({ path }) => path);

describe('the settings of a show', () => {
  it('are refused field by field', () => {
    expect(
      paths({
        language: 'french',
        category: 'Arts',
        subcategory: 'Marketing',
        timeZone: 'Mars/Olympus',
        accent: 'red',
        ownerEmail: 'nobody',
        texts: [{ lang: 'fr', title: 'x'.repeat(300), description: 'é'.repeat(2001) }],
      }),
    ).toEqual(['language', 'subcategory', 'timeZone', 'accent', 'ownerEmail', 'texts.0.title', 'texts.0.description']);
  });

  it('lose the subcategory with the category', () => {
    expect(cleanShowForm({ category: 'Business' })).toEqual({ category: 'Business', subcategory: '' });
    expect(paths({ subcategory: 'Books' })).toEqual([]);
    expect(paths({ subcategory: 'Management' })).toEqual(['subcategory']);
  });

  it('name an unknown language (feed:C04)', () => {
    expect([paths({ language: 'xx' }), paths({ language: 'fr-CA' })]).toEqual([['language'], []]);
  });

  it('have an address that no route owns', () => {
    expect(toShowSlug('API')).toBe('api');
    expect(isTakenSegment('api', new Set())).toBe(true);
    expect(isTakenSegment('mnc', new Set(['mnc']))).toBe(true);
    expect(isTakenSegment('mnc-1', new Set(['mnc']))).toBe(false);
  });
});
