import type { Actor } from '#libs/kernel';
import {
  cleanLinks,
  findLinkProblems,
  findNameProblems,
  findPersonProblems,
  toFediverse,
  toPersonSlug,
  toSortName,
} from './person.plan.js';
import { mayChangePerson, mayCreatePerson, mayFindPersons } from './person.policy.js';

describe('a person', () => {
  it('has a sort name and an address from the name', () => {
    expect(toSortName('Jean-Paul Roy Tremblay')).toBe('Tremblay, Jean-Paul Roy');
    expect(toSortName('Björk')).toBe('Björk');
    expect([toPersonSlug('Mélanie Œuvrard'), toPersonSlug('李雷')]).toEqual(['melanie-oeuvrard', 'guest']);
  });

  it('needs a name of at most 120 characters', () => {
    expect(findNameProblems(' \u000b ')).toMatchObject([{ path: 'name', message: 'error.field.required' }]);
    expect(findNameProblems('x'.repeat(121))).toMatchObject([{ message: 'error.field.tooLong', params: { n: 120 } }]);
    expect(findNameProblems('Jean Tremblay')).toEqual([]);
  });

  it('links to the web only (abuse:A06)', () => {
    const links = [
      'https://example.org',
      ' http://example.org ',
      'javascript:alert(1)',
      'data:text/html,x',
      '/here',
      '',
    ];
    const problems = findLinkProblems(links.map((url) => ({ label: '', url })));
    expect(problems.map(({ path }) => path)).toEqual(['links.2.url', 'links.3.url', 'links.4.url', 'links.5.url']);
    expect(cleanLinks([{ label: ' a\nb ', url: ' https://x.org ' }])).toEqual([{ label: 'a b', url: 'https://x.org' }]);
  });

  it('is written to at a mail address or a page, if at all (abuse:A06)', () => {
    const isWrong = (contact: string) => findPersonProblems({ contact }).length > 0;
    expect(['', 'eve@example.org', 'https://example.org/ecrire'].filter(isWrong)).toEqual([]);
    const wrong = [
      'javascript:alert(1)',
      'Ève <eve@example.org>',
      'eve@a.org,b@a.org',
      'eve',
      `https://${'x'.repeat(500)}`,
    ];
    expect(wrong.filter((each) => !isWrong(each))).toEqual([]);
  });

  it('is for those who make episodes somewhere; a token of one show changes nobody', () => {
    const actor = { kind: 'user', userId: 'u', isInstanceOwner: false, roles: { s: 'editor' } } as const;
    const moderator = { ...actor, roles: { s: 'moderator' } } as const;
    const bound = { ...actor, scopes: ['read', 'write'], tokenShowId: 's' } as const;
    const asks = [mayFindPersons, mayCreatePerson, (each: Actor) => mayChangePerson(each, 'p')];
    expect(asks.map((may) => may(actor))).toEqual([true, true, true]);
    expect(asks.map((may) => may(moderator))).toEqual([false, false, false]);
    expect(asks.map((may) => may(bound))).toEqual([true, true, false]);
    expect(asks.map((may) => may({ ...actor, scopes: ['read'] }))).toEqual([true, false, false]);
    expect(asks.map((may) => may({ kind: 'visitor' }))).toEqual([false, false, false]);
  });

  it('of a guest is changed by the guest alone, and not by who works for them (ux:K-05)', () => {
    const guest = { kind: 'guest', linkId: 'l', episodeId: 'e', personId: 'p', role: 'guest' } as const;
    expect(mayChangePerson(guest, 'p')).toBe(true);
    expect(mayChangePerson(guest, 'q')).toBe(false);
    expect(mayChangePerson({ ...guest, role: 'team' }, 'p')).toBe(false);
    expect(mayFindPersons(guest)).toBe(false);
  });

  it('has a fediverse address in one form, however it was written (ux:K-17)', () => {
    expect(toFediverse(' melanie@mastodon.example ')).toBe('@melanie@mastodon.example');
    expect(toFediverse('https://mastodon.example/@melanie')).toBe('@melanie@mastodon.example');
    expect(['melanie', '@a@b', 'javascript:alert(1)', '@<b>@x.org'].map(toFediverse)).toEqual(['', '', '', '']);
    expect(findPersonProblems({ fediverse: 'melanie' })).toMatchObject([{ path: 'fediverse' }]);
    expect(findPersonProblems({ fediverse: '' })).toEqual([]);
  });
});
