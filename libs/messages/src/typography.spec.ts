import { growthOf, steadyGrowth } from '../../../test/growth.js';
import { typesetText } from './typography.js';

/** Spaces made visible: `_` no-break, `'` narrow no-break. */
const show = (text: string) => text.replaceAll('\u00a0', '_').replaceAll('\u202f', "'");

describe('the typography of people’s own texts (K-12)', () => {
  it.each([
    [
      'Vraiment ? Oui ! Enfin ; voilà : fini',
      'Vraiment? Oui! Enfin; voilà_: fini',
      "Vraiment'? Oui'! Enfin'; voilà_: fini",
    ],
    ['Vraiment? Oui! Voilà: fini', 'Vraiment? Oui! Voilà_: fini', "Vraiment'? Oui'! Voilà_: fini"],
    ['«Bon» et « bien »', '«_Bon_» et «_bien_»', '«_Bon_» et «_bien_»'],
    ['« Quoi ?! »', '«_Quoi?!_»', "«_Quoi'?!_»"],
    ['À 21:42 ou 21h42, dès 7 h', 'À 21:42 ou 21_h_42, dès 7_h', 'À 21:42 ou 21_h_42, dès 7_h'],
    ['50 % pour 12 $ ou 3 €', '50_% pour 12_$ ou 3_€', '50_% pour 12_$ ou 3_€'],
    ["L'été d'abord", 'L’été d’abord', 'L’été d’abord'],
  ])('%s', (text, quebec, france) => {
    expect(show(typesetText('fr-CA', text))).toBe(quebec);
    expect(show(typesetText('fr-FR', text))).toBe(france);
  });

  it('leaves addresses, tags and character references alone', () => {
    const text = '<a href="https://a.example/?q=1;b">Marie &amp; Jean !</a> https://b.example/a?b=c! x@y.example';
    expect(show(typesetText('fr-FR', text))).toBe(text.replace('Jean !', "Jean'!"));
  });

  it('does nothing twice', () => {
    const once = typesetText('fr-FR', 'Quoi ? « Rien » : 21h42, 5 %');
    expect(typesetText('fr-FR', once)).toBe(once);
  });

  it('only curves apostrophes in English', () => {
    expect(typesetText('en-CA', "It's 5 % : why ?")).toBe('It’s 5 % : why ?');
  });

  it.each<[string, (length: number) => string]>([
    ['letters', (length) => 'a'.repeat(length)],
    ['a reference without an end', (length) => `&${'a'.repeat(length)}`],
    ['tags without an end', (length) => '<'.repeat(length)],
    ['addresses without an end', (length) => `a@${'a'.repeat(length)}`],
    ['halves of addresses', (length) => 'a@'.repeat(length / 2)],
    ['spaces', (length) => `a${' '.repeat(length)}b`],
    ['signs', (length) => `a${'!'.repeat(length)}b`],
  ])('takes a time that grows with the length alone, for very many: %s', (_, text) => {
    expect(growthOf((length) => typesetText('fr-FR', text(length)), 100_000)).toBeLessThan(steadyGrowth);
  });
});
