import { isKey, t, typeset } from './index.js';

describe('a message', () => {
  it('is filled in and counted', () => {
    expect(t('en-CA', 'public.episodeCount', { count: 1 })).toBe('1 episode');
    expect(t('fr-CA', 'public.episodeCount', { count: 2 })).toBe('2 épisodes');
    expect(t('fr-CA', 'public.kindIn', { kind: 'interview', language: 'anglais' })).toBe('Entretien en anglais');
  });

  it('counts what was done, not what it was done of', () => {
    const params = { before: '−21', after: '−16', problems: 2, mended: 1 };
    expect(t('fr-CA', 'studio.sound.revisionSummary', params)).toContain(', 1 problème réparé sur 2.');
    const batch = { done: 1, total: 3, failed: 0, waiting: 2 };
    expect(t('fr-CA', 'studio.jobs.batchCounts', batch)).toBe('1 terminé sur 3, 2 en attente');
  });

  it('takes a parameter as it is, whatever it holds', () => {
    expect(t('fr-CA', 'public.openIn', { app: `{x} <b> l'été` })).toBe(`Ouvrir dans {x} <b> l'été`);
  });

  it('has France’s words and spaces in France', () => {
    expect(t('fr-CA', 'public.followLead')).toContain('application de balados');
    expect(t('fr-FR', 'public.followLead')).toContain('application de podcasts');
    expect(t('fr-FR', 'public.noCookies')).toContain('cookies');
  });

  it('is known or not', () => {
    expect([isKey('public.play'), isKey('error.NO_SUCH'), isKey('toString')]).toEqual([true, false, false]);
  });
});

describe('typography', () => {
  it.each([
    ['fr-CA', 'Prêt ! Oui ; non ?', 'Prêt! Oui; non?'],
    ['fr-FR', 'Prêt! Oui; non?', 'Prêt\u202f! Oui\u202f; non\u202f?'],
    ['fr-CA', 'Titre : « Été »', 'Titre\u00a0: «\u00a0Été\u00a0»'],
    ['fr-FR', 'arrêté à 62 %.', 'arrêté à 62\u00a0%.'],
    ['fr-FR', 'https://x.example/?t=600', 'https://x.example/?t=600'],
    ['en-CA', 'Ready ! 62 %', 'Ready ! 62 %'],
  ] as const)('%s: %s', (region, typed, set) => {
    expect(typeset(region, typed)).toBe(set);
  });

  it('ends a sentence with one full stop, also after “a.m.”', () => {
    expect(t('en-CA', 'studio.publish.since', { when: 'May 3, 9:46 a.m.' })).toBe('On the air since May 3, 9:46 a.m.');
    expect(t('en-US', 'studio.publish.since', { when: 'May 3, 9:46 AM' })).toBe('On the air since May 3, 9:46 AM.');
  });

  it('does not touch the grammar of a message', () => {
    const message = '{n, plural, =0 {Rien} one {# épisode} other {# épisodes}} : {titre}';
    expect(typeset('fr-FR', message)).toBe(message.replace(' : ', '\u00a0: '));
  });
});
