import { episodePage, type EpisodePageView } from '../episode/episode.page.js';
import { anAppearance, anEpisode, anEvent, aPerson, aShow, aTalk, longTitle, site } from '../pages.fixture.js';

const film = {
  ...{ kind: 'video' as const, key: 'video/r1.mp4', mime: 'video/mp4', bytes: 9, durationMs: 900_000 },
  ...{ bitrate: 1, sha256: 'a' },
};
const card = { url: 'https://estrade.example/m/card/a.png', width: 1200, height: 630, alt: 'Carte' };
const people = [
  anAppearance({ person: aPerson({ fediverse: '@melanie@social.example' }) }),
  anAppearance({ role: 'host', person: aPerson({ id: 'h', slug: 'h', name: 'H', fediverse: '@host@social.example' }) }),
];

function headOf(view: Partial<EpisodePageView> = {}, lang: 'fr' | 'en' = 'fr', of = site): string {
  const { html } = episodePage(of, lang, { episode: anEpisode(), show: aShow(), related: [], ...view });
  return html.slice(0, html.indexOf('</head>'));
}
const all = (head: string, pattern: RegExp) => [...head.matchAll(pattern)].map(([, found]) => found);

describe('what a page says of itself (`ux` 3.0)', () => {
  it('has the language of the page, both themes’ colours, locales and what search engines may show', () => {
    const head = headOf({ card });
    expect(head).toContain('<html lang="fr-CA" dir="ltr"');
    expect(all(head, /name="theme-color" content="(#\w+)"/g)).toHaveLength(2);
    expect(head).toContain('property="og:locale" content="fr_CA"');
    expect(head).toContain('property="og:locale:alternate" content="en_CA"');
    expect(head).toContain('max-image-preview:large');
    expect(head).toMatch(
      /og:image" content="https:[^]*og:image:width" content="1200"[^]*og:image:alt" content="Carte"/,
    );
  });

  it('describes itself by the first takeaway, in 155 characters at most', () => {
    const [, french] = anEpisode().texts;
    const takeaways = [{ text: `Une date se tient. ${'Toujours. '.repeat(40)}`, atMs: null }];
    const head = headOf({ episode: anEpisode({ texts: [{ ...french!, takeaways }] }) });
    const [description] = all(head, /name="description" content="([^"]*)"/g);
    expect(description).toMatch(/^Une date se tient\./);
    expect(description!.length).toBeLessThanOrEqual(155);
  });

  it('names those who speak as authors in the fediverse, else the site', () => {
    const creators = (head: string) => all(head, /name="fediverse:creator" content="([^"]*)"/g);
    expect(creators(headOf({ episode: anEpisode({ appearances: people }) }))).toEqual([
      '@melanie@social.example',
      '@host@social.example',
    ]);
    expect(creators(headOf({}, 'fr', { ...site, fediverse: '@site@social.example' }))).toEqual([
      '@site@social.example',
    ]);
    expect(creators(headOf())).toEqual([]);
  });

  it('offers the player where links are shown as cards, at the moment that was asked for, and without a picture none', () => {
    const head = headOf({ card, startAt: 600 });
    expect(head).toContain('name="twitter:card" content="player"');
    expect(head).toMatch(/name="twitter:player" content="https:\/\/estrade\.example\/embed\/[^"]*t=600/);
    expect(headOf()).toContain('name="twitter:card" content="summary"');
    expect(headOf({ card }, 'fr', { ...site, isStatic: true })).toContain('content="summary_large_image"');
  });

  it('is a film for a talk that has one, unless it is too large for a preview', () => {
    const talk = (bytes: number) => {
      const enclosure = { ...anEpisode().enclosure!, alternates: [{ ...film, bytes }] };
      return headOf({ episode: aTalk({ enclosure }), event: anEvent() });
    };
    expect(talk(9)).toMatch(/og:type" content="video\.other"[^]*og:video" content="https:[^"]+\.mp4"/);
    expect(talk(60_000_000)).not.toContain('og:video"');
    expect(headOf()).toMatch(/og:type" content="website"[^]*og:audio" content="https:/);
  });

  it('keeps the moment for who reads on in the other language without a script', () => {
    const { html } = episodePage(site, 'fr', {
      episode: anEpisode(),
      show: aShow(),
      related: [],
      startAt: 90,
      endAt: 95,
    });
    expect(html).toMatch(/class="switch" href="\/en\/mnc\/87-dates-instead-of-logos\?t=90&amp;end=95"/);
    expect(html).toContain('rel="canonical" href="https://estrade.example/fr/mnc/87-des-dates-plutot-que-des-logos"');
  });

  it('names the same two regional pages in both languages, the show’s own region among them', () => {
    const view = { show: aShow({ language: 'fr-FR' }), episode: anEpisode({ showLanguage: 'fr-FR' }) };
    const tagsOf = (lang: 'fr' | 'en') =>
      all(headOf(view, lang), /<link rel="alternate" (hrefLang="\S+" href="\S+")/g).sort();
    expect(tagsOf('en')).toEqual(tagsOf('fr'));
    expect(tagsOf('fr').join()).toMatch(/hrefLang="en-CA" href="[^"]+\/en\/[^]*hrefLang="fr-FR" href="[^"]+\/fr\//);
    const { html } = episodePage(site, 'en', { related: [], ...view });
    expect(all(html, /class="switch"[^>]*hrefLang="(\S+)"/g)).toEqual(['fr-FR']);
    expect(all(html, /class="offer"[^]*?hrefLang="(\S+)"/g)).toEqual(['fr-FR']);
    expect(html).toContain('property="og:locale:alternate" content="fr_FR"');
  });

  it('is kept out of search engines when it is unlisted', () => {
    const head = headOf({ episode: anEpisode({ isUnlisted: true }) });
    expect(head).toContain('name="robots" content="noindex"');
    expect(head).not.toContain('rel="canonical"');
  });

  it('sets its title for the eye, and leaves it as written for machines', () => {
    const head = headOf();
    expect(head).toContain('<title>Des dates plutôt que des logos\u00a0: ce que');
    expect(head).toContain(`"name":"${longTitle}"`);
  });
});
