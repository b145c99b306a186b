import { Addresses } from './addresses.js';
import { HostBook } from './host-book.js';
import { SecretAddresses } from './secret-addresses.js';

const hosts = new HostBook();
hosts.replace([{ slug: 'mnc', host: 'radio.example.org', language: 'en-CA', texts: [], events: ['days'] }]);
const addresses = new Addresses('https://pod.example', hosts);

describe('the addresses of a show with a host of its own', () => {
  it('are there: its first page at the language, the others with the same paths', () => {
    expect([
      addresses.show('fr', 'mnc'),
      addresses.show('fr', 'mnc', 2),
      addresses.episode('en', 'mnc', '1-a'),
    ]).toEqual([
      'https://radio.example.org/fr',
      'https://radio.example.org/fr?page=2',
      'https://radio.example.org/en/mnc/1-a',
    ]);
    expect([addresses.talk('fr', 'days', 'x'), addresses.followPage('fr', 'mnc')]).toEqual([
      'https://radio.example.org/fr/e/days/x',
      'https://radio.example.org/fr/mnc/follow',
    ]);
  });

  it('stay on the instance’s for feeds, files, people and other shows', () => {
    expect(addresses.showFeed('mnc')).toBe('https://pod.example/mnc/feed.xml');
    expect(addresses.image('image/a.jpg', 320)).toBe('https://pod.example/m/image/320/a.jpg');
    expect(addresses.guest('fr', 'anne')).toBe('https://pod.example/fr/g/anne');
    expect(addresses.show('fr', 'other')).toBe('https://pod.example/fr/other');
  });

  it('are whole links from another host and short ones from their own; files come from the page’s own host', () => {
    const own = addresses.seenFrom('mnc');
    expect(addresses.path(addresses.show('fr', 'mnc'))).toBe('https://radio.example.org/fr');
    expect(addresses.path(addresses.show('fr', 'other'))).toBe('/fr/other');
    expect(own.path(own.show('fr', 'mnc'))).toBe('/fr');
    expect(own.path(own.guest('fr', 'anne'))).toBe('https://pod.example/fr/g/anne');
    expect(own.path(own.image('image/a.jpg', 320))).toBe('/m/image/320/a.jpg');
    expect(own.path(own.search('fr', 'x'))).toBe('/fr/search?q=x');
    expect(own.rootFile('manifest.webmanifest')).toBe('https://radio.example.org/manifest.webmanifest');
    expect(addresses.seenFromEvent('days').path(addresses.event('fr', 'days'))).toBe('/fr/e/days');
    expect(addresses.seenFrom('other')).toBe(addresses);
  });

  it('keep the port of the instance, where it has one', () => {
    expect(new Addresses('http://localhost:3000', hosts).show('en', 'mnc')).toBe('http://radio.example.org:3000/en');
  });

  it('are told apart from other sites’, and known by their path on the instance', () => {
    expect(addresses.instancePath('https://radio.example.org/fr?page=2')).toBe('/fr/mnc?page=2');
    expect(addresses.instancePath('https://radio.example.org/fr/mnc/1-a?t=3')).toBe('/fr/mnc/1-a?t=3');
    expect(addresses.instancePath('https://pod.example/fr/other')).toBe('/fr/other');
    expect(addresses.instancePath('https://pod.example.evil.org/fr')).toBeUndefined();
    expect(addresses.instancePath('nonsense')).toBeUndefined();
  });

  it('are in private feeds too', () => {
    expect(new SecretAddresses('https://pod.example', 's', hosts).episode('en', 'mnc', 'a')).toBe(
      'https://radio.example.org/en/mnc/a',
    );
  });
});

describe('a host', () => {
  it('is found however a request writes it', () => {
    expect(hosts.at('Radio.Example.ORG:443')?.slug).toBe('mnc');
    expect(hosts.at('radio.example.org.')?.slug).toBe('mnc');
    expect([hosts.at('pod.example'), hosts.at(undefined), hosts.at('')]).toEqual([undefined, undefined, undefined]);
  });
});
