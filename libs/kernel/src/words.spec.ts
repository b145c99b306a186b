import { acceptedLanguage, pickText, toLanguage } from './language.js';
import { freeSlug, isReservedSegment, toSlug } from './slug.js';
import { cleanLine, cleanSetLine, cleanText, cutBytes } from './text.js';
import { formatTimeCode, parseTimeCode } from './time-code.js';

describe('an address segment', () => {
  it.each([
    ['Des dates plutôt que des logos', 'des-dates-plutot-que-des-logos'],
    ['L’Œuvre : « une » façon d’être', 'l-oeuvre-une-facon-d-etre'],
    ['  --A & B--  ', 'a-b'],
    ['日本', 'untitled'],
    ['\ud800x', 'x'],
  ])('of %p is %p', (title, slug) => expect(toSlug(title)).toBe(slug));

  it('is cut at a word', () => {
    const slug = toSlug('mot '.repeat(60));
    expect(slug.length).toBeLessThanOrEqual(80);
    expect(slug.endsWith('-mot')).toBe(true);
  });

  it('gets a number when it is taken', () => {
    expect(freeSlug('a', (s) => ['a', 'a-1'].includes(s))).toBe('a-2');
  });

  it('may not be one that a route owns', () => {
    expect(['fr', 'studio', 'm', '.well-known'].every(isReservedSegment)).toBe(true);
    expect(isReservedSegment('marketing')).toBe(false);
  });
});

describe('text from outside', () => {
  it('loses what XML forbids and keeps the rest (feed:X01)', () => {
    expect(cleanText(' a\u000bb\u0000c\ud800d\ufffe ]]> & é\r\ne ')).toBe('abc\ufffdd ]]> & é\ne');
    expect(cleanLine('a\n  b')).toBe('a b');
    expect(cleanLine('invoice\u202e3pm.exe\u2066')).toBe('invoice3pm.exe');
  });

  it('keeps a no-break space that stands alone in a line that is set, and only there', () => {
    expect(cleanSetLine(' Prête\u202f?\n «\u00a0Oui\u00a0» \u00a0 : \u00a0')).toBe('Prête\u202f? «\u00a0Oui\u00a0» :');
    expect(cleanSetLine('a\r\nb\u2028c\u202ed')).toBe('a b cd');
    expect(cleanLine('Prête\u202f?')).toBe('Prête ?');
  });

  it('is cut in bytes, never inside a character (feed:C02)', () => {
    expect(cutBytes('été', 3)).toBe('ét');
    expect(cutBytes('a😀', 4)).toBe('a');
    expect(cutBytes('abc', 3)).toBe('abc');
  });
});

describe('a time code', () => {
  it.each([
    ['0:04', 4_000],
    ['10:00', 600_000],
    ['75:30', 4_530_000],
    ['1:02:03.5', 3_723_500],
    ['600', 600_000],
    ['10m', 600_000],
    ['1h2m3s', 3_723_000],
  ])('%p is %p ms', (text, ms) => expect(parseTimeCode(text)).toBe(ms));

  it.each(['', 'x', '1:99', '1:75:00', '-1'])('%p is none', (text) => expect(parseTimeCode(text)).toBeUndefined());

  it('is written as people read it', () => {
    expect([0, 724_000, 3_723_000].map(formatTimeCode)).toEqual(['0:00', '12:04', '1:02:03']);
  });
});

describe('a language', () => {
  it('falls back from the asked one to the home one to any', () => {
    const rows = [{ lang: 'de' }, { lang: 'fr' }];
    expect(pickText(rows, 'en', 'fr')?.lang).toBe('fr');
    expect(pickText(rows, 'en', 'es')?.lang).toBe('de');
    expect(pickText([], 'en', 'fr')).toBeUndefined();
  });

  it('is the best that the reader accepts', () => {
    expect(acceptedLanguage('de, fr-CA;q=0.9, en;q=0.8', 'en')).toBe('fr');
    expect(acceptedLanguage('*', 'fr')).toBe('fr');
    expect(acceptedLanguage(undefined, 'en')).toBe('en');
    expect(acceptedLanguage('fr;q=0', 'en')).toBe('en');
    expect(toLanguage('fr-CA')).toBe('fr');
  });
});
