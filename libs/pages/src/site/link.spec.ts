import { contactLink } from './link.js';

describe('the link to write to somebody', () => {
  it('is a mail to one address without anything behind it, or a page, and nothing else (abuse:A06)', () => {
    expect(contactLink('eve@example.org')).toBe('mailto:eve@example.org');
    expect(contactLink('eve?cc=all&x@localhost')).toBe('mailto:eve%3Fcc%3Dall%26x@localhost');
    expect(contactLink('https://example.org/ecrire')).toBe('https://example.org/ecrire');
    const none = ['', 'eve', 'a@b.org,c@d.org', 'javascript:alert(1)//@x.org', 'data:text/html,a@b.org', '<b>@x.org'];
    expect(none.map(contactLink)).toEqual(none.map(() => undefined));
  });
});
