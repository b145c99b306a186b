import { brotliCompressSync, gzipSync } from 'node:zlib';
import { toRelatedEpisode } from '#libs/catalog';
import { episodePage, eventPage, guestPage, homePage, type Page, problemPage, showPage } from './index.js';
import { aGuest, anAppearance, anEpisode, anEvent, aPerson, aShow, aTalk, longTitle, site } from './pages.fixture.js';

type Lang = 'en' | 'fr';
const evil = `</script><img src=x onerror=alert(1)> & "quoted" ]]> 'single'`;

const sixty = Array.from({ length: 60 }, (_, i) => ({ startMs: i * 44_000, title: `Chapter ${i + 1}`, url: '' }));
const three = [
  anAppearance(),
  anAppearance({ person: aPerson({ id: 'p2', slug: 'jean', name: 'Jean-Christophe Tremblay-Lévesque' }), texts: [] }),
  anAppearance({ person: aPerson({ id: 'p3', slug: 'z', name: 'Žofia' }), role: 'host', organisation: '', texts: [] }),
];
const evilEpisode = anEpisode({
  texts: [
    {
      lang: 'fr',
      title: evil,
      slug: 'x',
      summary: evil,
      notes: `${evil}\n[x](javascript:alert(1))`,
      takeaways: [{ text: evil, atMs: 1000 }],
    },
  ],
  chapters: [
    { startMs: 0, title: evil, url: 'javascript:alert(1)' },
    { startMs: 1000, title: evil, url: 'https://' },
  ],
  appearances: [
    anAppearance({
      person: aPerson({ name: evil }),
      organisation: evil,
      texts: [{ lang: 'fr', title: evil, disclaimer: evil, biography: evil }],
    }),
  ],
  room: evil,
  track: evil,
});
const evilShow = aShow({
  texts: [{ lang: 'fr', title: evil, description: evil }],
  author: evil,
  accent: 'red;}</style>',
});

const pages: Record<string, (lang: Lang) => Page> = {
  home: (lang) => homePage(site, lang, { shows: [aShow()], events: [anEvent()], latest: [anEpisode(), aTalk()] }),
  'empty home': (lang) => homePage(site, lang, { shows: [], events: [], latest: [] }),
  show: (lang) =>
    showPage(site, lang, { show: aShow(), episodes: [anEpisode()], page: 2, pages: 3, events: [anEvent()] }),
  'empty show': (lang) =>
    showPage(site, lang, {
      show: aShow({ texts: [], hosts: [], author: '', coverKey: 'image/a.jpg' }),
      episodes: [],
      page: 1,
      pages: 1,
      events: [],
    }),
  episode: (lang) =>
    episodePage(site, lang, {
      episode: anEpisode(),
      show: aShow(),
      related: [{ episode: toRelatedEpisode(anEpisode({ id: 'x' })), reasons: [{ kind: 'show' }] }],
    }),
  'bare episode': (lang) =>
    episodePage(site, lang, {
      episode: anEpisode({
        texts: [{ lang: 'fr', title: longTitle, slug: 'x', summary: '', notes: '', takeaways: [] }],
        chapters: [],
        appearances: [],
        enclosure: null,
        number: null,
        recordedOn: null,
        publishedAt: null,
      }),
      show: aShow({ texts: [] }),
      related: [],
    }),
  'full episode': (lang) =>
    episodePage(site, lang, {
      episode: anEpisode({ chapters: sixty, appearances: three, season: 3, explicit: true, coverKey: 'image/b.jpg' }),
      show: aShow({ accent: '#ffee00' }),
      related: [],
    }),
  talk: (lang) => episodePage(site, lang, { episode: aTalk(), show: aShow(), event: anEvent(), related: [] }),
  event: (lang) =>
    eventPage(site, lang, { event: anEvent(), show: aShow(), talks: [aTalk(), aTalk({ id: 't', programmeAt: null })] }),
  'empty event': (lang) =>
    eventPage(site, lang, { event: anEvent({ texts: [], place: '' }), show: aShow(), talks: [] }),
  guest: (lang) => guestPage(site, lang, aGuest()),
  'bare guest': (lang) => guestPage(site, lang, aGuest({ texts: [], links: [], now: null, pronouns: '' })),
  'not found': (lang) => problemPage(site, lang, 'notFound'),
  'evil episode': (lang) =>
    episodePage(site, lang, {
      episode: evilEpisode,
      show: evilShow,
      related: [{ episode: toRelatedEpisode(evilEpisode), reasons: [{ kind: 'show' }] }],
    }),
  'evil show': (lang) =>
    showPage(site, lang, { show: evilShow, episodes: [evilEpisode], page: 1, pages: 1, events: [] }),
  'evil guest': (lang) =>
    guestPage(
      site,
      lang,
      aGuest({
        name: evil,
        texts: [{ lang: 'en', biography: evil }],
        links: [
          { label: evil, url: 'https://x.example/' },
          { label: '', url: 'javascript:alert(1)' },
          { label: '', url: 'https://' },
        ],
        now: { title: evil, organisation: evil, organisationUrl: 'javascript:alert(1)', since: null },
        contact: 'javascript:alert(1)//@x.org',
      }),
    ),
};
const all = Object.keys(pages).flatMap((name) => (['en', 'fr'] as const).map((lang) => [name, lang] as const));

describe.each(all)('the page "%s" in %s', (name, lang) => {
  const { html, scripts, styles } = pages[name]!(lang);

  it('has one h1, one main, its language, and nothing leaked', () => {
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html.match(/<main/g)).toHaveLength(1);
    expect(html).toContain(`<html lang="${lang}-CA"`);
    expect(html).not.toMatch(/undefined|\bnull\b(?!,)|\[object|NaN|Invalid Date|public\.\w+/);
  });

  it('lets no text out of its place', () => {
    expect(html).not.toMatch(/<img src=x/);
    expect(html).not.toMatch(/href="javascript:/i);
    const blocks = [...html.matchAll(/<script([^>]*)>([^]*?)<\/script>/g)];
    for (const [, attributes, body] of blocks) {
      if (attributes!.includes('json')) expect(() => JSON.parse(body!)).not.toThrow();
      else if (!attributes!.includes('src=')) expect(scripts).toContain(body);
    }
    const found = [...html.matchAll(/<style>([^]*?)<\/style>/g)].map(([, css]) => css);
    expect(found).toEqual(styles);
  });

  it('carries no inline style or handler, which the content policy would refuse', () => {
    expect(html.replace(/<script[^]*?<\/script>/g, '')).not.toMatch(/<[^>]+\s(style|on\w+)="/);
  });

  it('has absolute addresses in the head, and at most one feed', () => {
    const head = html.slice(0, html.indexOf('</head>'));
    for (const [, href] of head.matchAll(/<link rel="(?:canonical|alternate)"[^>]*href="([^"]+)"/g)) {
      expect(href).toMatch(/^https:\/\/estrade\.example\//);
    }
    expect(head.match(/application\/rss\+xml/g)?.length ?? 0).toBeLessThanOrEqual(1);
    expect(head).toContain('property="og:title"');
    expect(head).toMatch(/<meta name="description" content="[^"]+"/);
  });
});

describe('an episode page', () => {
  const html = pages['episode']!('fr').html;

  it('says what it is, in which language and how long, and what people were called then', () => {
    expect(html).toContain('Entretien en anglais · 45\u00a0min');
    expect(html).toContain('Directrice du marketing, Compagnie Boréale');
    expect(html).toContain('en mars 2024');
    expect(html).toContain('Ces propos n’engagent pas mon nouvel employeur.');
    expect(html).toContain('Publié le 12 mai 2026');
  });

  it('plays before any script, and fetches nothing before Play', () => {
    expect(html).toMatch(/<audio controls="" preload="none" src="\/m\/[0-9a-f-]+\/2\/[a-z-]+\.mp3"/);
  });

  it('names its twin in the other language by regional tags, and the show’s language as default', () => {
    expect(html).toContain('hrefLang="en-CA" href="https://estrade.example/en/mnc/87-dates-instead-of-logos"');
    expect(html).toContain('hrefLang="fr-CA"');
    expect(html).toContain('hrefLang="x-default" href="https://estrade.example/en/mnc/87-dates-instead-of-logos"');
    expect(html).toContain('<link rel="alternate" type="application/rss+xml" title="Nouvelles du marketing"');
  });

  it('declares the language of chapters and of texts that exist in another one only', () => {
    expect(html).toContain('<span lang="en">Why dates beat logos</span>');
    const english = anEpisode({ texts: [anEpisode().texts[0]!] });
    const page = episodePage(site, 'fr', { episode: english, show: aShow(), related: [] }).html;
    expect(page).toMatch(/<h1 lang="en"[^>]*>Dates instead of logos/);
    expect(page).toContain('Ce texte n’existe qu’en anglais.');
    expect(page).toContain('rel="canonical" href="https://estrade.example/en/mnc/87-dates-instead-of-logos"');
    expect(page).not.toContain('hrefLang="fr-CA" href');
  });

  it('links chapters by time and unfolds a long list', () => {
    expect(html).toContain('href="?t=1084"');
    const full = pages['full episode']!('fr').html;
    expect(full.match(/data-at=/g)).toHaveLength(60);
    expect(full).toContain('48 autres chapitres');
  });

  it('tells search engines of episode, people, audio and clips', () => {
    const [, json] = /<script type="application\/ld\+json">([^]*?)<\/script>/.exec(html)!;
    const [episode, person] = (JSON.parse(json!) as { '@graph': Record<string, unknown>[] })['@graph'];
    expect(episode).toMatchObject({ '@type': 'PodcastEpisode', timeRequired: 'PT45M12S', inLanguage: 'en' });
    expect(episode!['hasPart']).toHaveLength(3);
    expect(person).toMatchObject({ '@type': 'Person', name: 'Mélanie Roy' });
  });

  it('tells a talk’s room, track and local time with the zone in words', () => {
    const talk = pages['talk']!('fr').html;
    expect(talk).toContain('12 mai 2026, 9\u00a0h, heure locale (heure avancée de l’Est)');
    expect(talk).toContain('Salle 517');
    expect(talk).toContain('/e/t2m-2026/feed.xml');
  });
});

describe('French on a page', () => {
  it('has Québec’s spaces by default and France’s where the show is French', () => {
    const quebec = pages['episode']!('fr').html;
    expect(quebec).toContain('>Courriel</a>');
    const show = aShow({ language: 'fr-FR' });
    const france = episodePage(site, 'fr', { episode: anEpisode({ showLanguage: 'fr-FR' }), show, related: [] }).html;
    expect(france).toContain('<html lang="fr-FR"');
    expect(france).toContain('>E-mail</a>');
  });

  it('keeps a colon of a title on its line', () => {
    expect(pages['episode']!('fr').html).toContain('logos\u00a0: ce que');
  });
});

describe('the weight of a page (`ux` 3.10)', () => {
  it.each([
    ['full episode', 35],
    ['show', 30],
    ['guest', 30],
    ['event', 30],
  ])('%s is at most %i KB of HTML, styles included, with brotli', (name, most) => {
    expect(brotliCompressSync(pages[name]!('fr').html).length).toBeLessThanOrEqual(most * 1024);
  });

  it('has a show of fifty episodes within 30 KB', () => {
    const episodes = Array.from({ length: 50 }, (_, i) => {
      const peaks = Array.from({ length: 200 }, (_, j) => (i * 31 + j * j * 17) % 97);
      return anEpisode({ id: `e${i}`, enclosure: { ...anEpisode().enclosure!, peaks } });
    });
    const { html } = showPage(site, 'fr', { show: aShow(), episodes, page: 1, pages: 1, events: [] });
    expect(brotliCompressSync(html).length).toBeLessThanOrEqual(30 * 1024);
  });

  it('inlines at most 8 KB of style', () => {
    expect(gzipSync(pages['episode']!('en').styles.join('')).length).toBeLessThanOrEqual(8 * 1024);
  });
});
