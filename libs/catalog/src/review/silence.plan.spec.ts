import { silenceRuleOf } from './silence.plan.js';

/** `ux:K-21`: what is printed is what will be done, for this guest and for what waits. */
describe('what silence means, as a guest reads it', () => {
  const asis = (consents: Record<string, boolean>) => ({ silenceRule: 'asis' as const, consents });
  const both = { quotes: 2, clips: 1, spoken: 2 };

  it.each([
    ['without a consent', asis({}), both, 'unused'],
    ['where the show uses nothing', { silenceRule: 'unused' as const, consents: { quotes: true } }, both, 'unused'],
    ['with both', asis({ quotes: true, clips: true }), both, 'asis'],
    ['with one of two', asis({ quotes: true, clips: false }), both, 'quotes'],
    ['with the other of two', asis({ clips: true }), both, 'clips'],
    ['with that of all that waits', asis({ clips: true }), { quotes: 0, clips: 1, spoken: 0 }, 'asis'],
    ['with that of what does not wait', asis({ clips: true }), { quotes: 1, clips: 0, spoken: 1 }, 'unused'],
    ['where only a translation waits', asis({ quotes: true }), { quotes: 1, clips: 0, spoken: 0 }, 'unused'],
    [
      'where a translation waits, and a clip',
      asis({ quotes: true, clips: true }),
      { quotes: 1, clips: 1, spoken: 0 },
      'clips',
    ],
  ])('%s', (_, link, open, rule) => {
    expect(silenceRuleOf(link, open)).toBe(rule);
  });
});
