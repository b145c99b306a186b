import { aGuest, anEpisode, aShow, site } from '../pages.fixture.js';
import { guestPage } from './guest.page.js';

const quote = {
  ...{ id: 'q', personId: 'p1', startMs: 84_000, endMs: 90_000, language: 'fr' },
  ...{ uses: { page: true, kit: true, feed: true }, texts: [{ lang: 'fr', text: 'Une date.', isTranslation: false }] },
};

function quotesIn(lang: 'fr' | 'en', title: { lang: string; title: string }): string {
  const texts = [{ ...anEpisode().texts[0]!, ...title }];
  const episode = anEpisode({ quotes: [quote] as never, texts });
  const { html } = guestPage(site, lang, aGuest({ appearances: [{ episode, show: aShow() }] }));
  return /aria-labelledby="quotes".*?<\/section>/s.exec(html)![0];
}

describe('the quotes of a person', () => {
  it('lead to their episode by its title, in its language and set as that language wants', () => {
    expect(quotesIn('fr', { lang: 'en', title: 'Dates instead of logos' })).toMatch(
      /<a href="[^"]+\?t=84"><span lang="en">Dates instead of logos<\/span><\/a>/,
    );
    expect(quotesIn('fr', { lang: 'fr', title: 'Vraiment ? Oui : demain' })).toContain(
      '<span>Vraiment? Oui\u00a0: demain</span>',
    );
  });
});
