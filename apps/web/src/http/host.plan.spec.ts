import { Addresses, HostBook } from '#libs/catalog';
import { findHome } from './host.plan.js';

const hosts = new HostBook();
const shown = (slug: string, host: string, events: string[]) => ({ slug, host, events, language: 'fr', texts: [] });
hosts.replace([shown('mnc', 'mnc.example', ['days']), shown('arts', 'arts.example', [])]);
const addresses = new Addresses('https://pod.example', hosts);
const mnc = hosts.ofShow('mnc');

describe('the home of a page', () => {
  it.each([
    ['/fr', undefined],
    ['/fr/mnc', 'https://mnc.example/fr'],
    ['/fr/mnc/1-a', 'https://mnc.example/fr/mnc/1-a'],
    ['/fr/mnc/follow', 'https://mnc.example/fr/mnc/follow'],
    ['/mnc/follow', 'https://mnc.example/mnc/follow'],
    ['/en/e/days', 'https://mnc.example/en/e/days'],
    ['/en/e/days/talk', 'https://mnc.example/en/e/days/talk'],
    ['/fr/other/1-a', undefined],
    ['/fr/g/anne', undefined],
    ['/mnc/feed.xml', undefined],
    ['/sitemap.xml', undefined],
    [`/i/${'a'.repeat(40)}`, undefined],
  ])('asked of the instance, %s is at %s', (path, home) => {
    expect(findHome(path, undefined, addresses)).toBe(home);
  });

  it.each([
    ['/', undefined],
    ['/fr', undefined],
    ['/fr/mnc', 'https://mnc.example/fr'],
    ['/fr/mnc/1-a', undefined],
    ['/fr/mnc/follow', undefined],
    ['/fr/e/days', undefined],
    ['/fr/e/other', 'https://pod.example/fr/e/other'],
    ['/fr/arts', 'https://arts.example/fr'],
    ['/fr/arts/2-b', 'https://arts.example/fr/arts/2-b'],
    ['/fr/other/1-a', 'https://pod.example/fr/other/1-a'],
    ['/fr/g/anne', 'https://pod.example/fr/g/anne'],
    ['/fr/legal', 'https://pod.example/fr/legal'],
    ['/fr/search', undefined],
    ['/fr/offline', undefined],
    [`/i/${'a'.repeat(40)}/review`, `https://pod.example/i/${'a'.repeat(40)}/review`],
    ['/m/x/1/a.mp3', undefined],
    ['/mnc/feed.xml', undefined],
  ])('asked of the show’s host, %s is at %s', (path, home) => {
    expect(findHome(path, mnc, addresses)).toBe(home);
  });
});
