import { Addresses } from '#libs/catalog';
import { readAskedPage } from './asked-page.js';

const addresses = new Addresses('https://estrade.example');
const read = (url: unknown) => readAskedPage(url, addresses);
const id = '0197a0b0-0000-7000-8000-000000000001';

describe('the page that an oEmbed question names', () => {
  it.each([
    ['https://estrade.example/fr/mnc/87-dates', { lang: 'fr', of: { parent: { show: 'mnc' }, slug: '87-dates' } }],
    ['http://estrade.example/EN/mnc/87-dates/', { lang: 'en', of: { parent: { show: 'mnc' }, slug: '87-dates' } }],
    ['https://estrade.example/fr/e/t2m/ouverture', { lang: 'fr', of: { parent: { event: 't2m' }, slug: 'ouverture' } }],
    [`https://estrade.example/embed/${id}?lang=fr-CA`, { lang: 'fr', of: { id } }],
  ])('%s', (url, page) => {
    expect(read(url)).toEqual(page);
  });

  it.each([
    ['?t=600', { ms: 600_000, release: null }],
    ['?t=10m&end=660&via=ab12c', { ms: 600_000, endMs: 660_000, release: null }],
    ['?t=10:00&r=3', { ms: 600_000, release: 3 }],
    ['#t=600,660', { ms: 600_000, endMs: 660_000, release: null }],
  ])('keeps the moment of %s', (suffix, moment) => {
    expect(read(`https://estrade.example/fr/mnc/87${suffix}`)?.moment).toEqual(moment);
  });

  it.each([
    'https://evil.example/fr/mnc/87',
    'https://estrade.example.evil.example/fr/mnc/87',
    'https://evil.example@other.example/fr/mnc/87',
    'javascript://estrade.example/fr/mnc/87',
    'ftp://estrade.example/fr/mnc/87',
    'https://estrade.example/fr/mnc',
    'https://estrade.example/de/mnc/87',
    'https://estrade.example/fr/e/t2m',
    'https://estrade.example/fr/mnc/87/more',
    'https://estrade.example/embed/nothing',
    `https://estrade.example/fr/mnc/${'x'.repeat(2_000)}`,
    'fr/mnc/87',
    '',
    undefined,
    ['https://estrade.example/fr/mnc/87'],
  ])('is none for %s', (url) => {
    expect(read(url)).toBeUndefined();
  });
});
