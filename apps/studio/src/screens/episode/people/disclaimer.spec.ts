import { describe, expect, it } from '@jest/globals';
import { readyDisclaimer } from './disclaimer';

const karim = { name: 'Karim Benali', organisation: ' Boréale ', employer: 'named' as const };

describe('the ready-made disclaimer', () => {
  it('names the employer that may be named, in the language of its page', () => {
    expect(readyDisclaimer('en', karim)).toBe('Views are Karim Benali’s own and do not represent Boréale.');
    expect(readyDisclaimer('fr', karim)).toBe('Les propos de Karim Benali sont personnels et n’engagent pas Boréale.');
  });

  it.each(['hidden', 'notes'] as const)('tells no employer that may not stand beside the name: %s', (employer) => {
    const wordings = (['en', 'fr'] as const).map((lang) => readyDisclaimer(lang, { ...karim, employer }));
    expect(wordings).toEqual([
      'Views are Karim Benali’s own and not those of any employer.',
      'Les propos de Karim Benali sont personnels et n’engagent aucun employeur.',
    ]);
  });

  it('is about any employer where none is known', () => {
    expect(readyDisclaimer('en', { ...karim, organisation: ' ' })).toContain('any employer');
  });
});
