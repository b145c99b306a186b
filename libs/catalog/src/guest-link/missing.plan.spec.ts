import { findMissing } from './missing.plan.js';

const person = { photoKey: 'k', photoWidth: 1200, texts: ['fr', 'en'].map((lang) => ({ lang, biography: 'x' })) };
const full = ['fr', 'en'].map((lang) => ({ lang, title: 'x', disclaimer: '' }));
const link = { email: 'm@example.org', consents: { publish: true } };
const languages = ['fr', 'en'];

describe('what an appearance lacks', () => {
  it('is nothing when name, title, words, photo, address and consent are there', () => {
    expect(findMissing({ person, appearance: { role: 'guest', texts: full }, link, languages })).toEqual([]);
  });

  it('is named one by one, a disclaimer only where the other language has one (ux:K-29)', () => {
    const texts = [{ lang: 'fr', title: 'x', disclaimer: 'Propos personnels.' }];
    const bare = { photoKey: 'k', photoWidth: 500, texts: [{ lang: 'en', biography: 'x' }] };
    const asked = { person: bare, appearance: { role: 'guest' as const, texts }, languages };
    expect(findMissing({ ...asked, link: { email: '', consents: {} } })).toEqual([
      ...['mail', 'consent', 'title.en', 'disclaimer.en', 'biography.fr', 'photoSmall'],
    ]);
    expect(findMissing({ ...asked, link: undefined })).toContain('link');
  });

  it('is no link for those who make the show', () => {
    const found = findMissing({ person, appearance: { role: 'host', texts: full }, link: undefined, languages });
    expect(found).toEqual([]);
  });
});
