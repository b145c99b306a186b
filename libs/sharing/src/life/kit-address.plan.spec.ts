import { Addresses, type EpisodeView } from '#libs/catalog';
import { kitAddress } from './kit-address.plan.js';

const addresses = new Addresses('https://estrade.example.org');
const link = { countsVia: true, via: 'k7m4' };

function anEpisode(version: number | null): EpisodeView {
  return {
    ...{ id: '1', showSlug: 'voix-basse', showLanguage: 'fr-CA', event: null },
    texts: [{ lang: 'fr', slug: 'une-date' }],
    timeLinks: { first: 1, version, older: [] },
  } as unknown as EpisodeView;
}

describe('the address that a guest passes on', () => {
  it('names the moment, and whose time it is once the sound is another than at the first release', () => {
    const page = 'https://estrade.example.org/fr/voix-basse/une-date?via=k7m4';
    expect(kitAddress(addresses, { episode: anEpisode(null), link }, 'fr')).toBe(page);
    expect(kitAddress(addresses, { episode: anEpisode(null), link }, 'fr', 62_900)).toBe(`${page}&t=62`);
    expect(kitAddress(addresses, { episode: anEpisode(3), link }, 'fr', 62_900)).toBe(`${page}&t=62&r=3`);
    expect(kitAddress(addresses, { episode: anEpisode(3), link: { ...link, countsVia: false } }, 'fr', 62_900)).toBe(
      'https://estrade.example.org/fr/voix-basse/une-date?t=62&r=3',
    );
  });
});
