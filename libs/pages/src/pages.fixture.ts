import {
  Addresses,
  type AppearanceView,
  type EpisodeView,
  type EventView,
  type GuestView,
  type PersonRef,
  type ShowView,
  usualEpisodeFeed,
  usualShowFeed,
  usualShowPage,
} from '#libs/catalog';
import type { Site } from './site/site.js';

/** Made-up views for the specs of the pages; each maker takes what a test cares about. */
export const site: Site = {
  name: 'Estrade',
  addresses: new Addresses('https://estrade.example'),
  regions: { en: 'en-CA', fr: 'fr-CA' },
  assets: {
    fontLatin: '/assets/latin.woff2',
    fontLatinExt: '/assets/latin-ext.woff2',
    siteScript: '/assets/x/site.js',
    playerScript: '/assets/x/player.js',
    embedScript: '/assets/x/embed.js',
    kitScript: '',
  },
};

export const longTitle = 'Des dates plutôt que des logos : ce que l’attribution change vraiment au métier du marketing';

export function aPerson(over: Partial<PersonRef> = {}): PersonRef {
  return { id: 'p1', slug: 'melanie-roy', name: 'Mélanie Roy', photoKey: null, url: 'https://roy.example/', ...over };
}

export function anAppearance(over: Partial<AppearanceView> = {}): AppearanceView {
  return {
    person: aPerson(),
    role: 'guest',
    organisation: 'Compagnie Boréale',
    texts: [
      {
        lang: 'fr',
        title: 'Directrice du marketing',
        disclaimer: 'Ces propos n’engagent pas mon nouvel employeur.',
        biography: '',
      },
      { lang: 'en', title: 'Marketing director', disclaimer: 'My views do not engage my new employer.', biography: '' },
    ],
    organisationUrl: '',
    organisationInNotes: '',
    ...over,
  };
}

export function aShow(over: Partial<ShowView> = {}): ShowView {
  return {
    id: 's1',
    slug: 'mnc',
    language: 'en-CA',
    category: 'Business',
    subcategory: 'Marketing',
    explicit: false,
    type: 'episodic',
    author: 'Marketing News Canada',
    ownerEmail: '',
    timeZone: 'America/Montreal',
    copyright: '',
    locked: true,
    feed: usualShowFeed,
    page: usualShowPage,
    host: null,
    podcastGuid: '7a2f3c52-8a4e-5d3c-9d3d-0e0f0c0b0a09',
    coverKey: null,
    coverWidth: null,
    accent: '',
    texts: [
      {
        lang: 'en',
        title: 'Marketing News Canada',
        description: 'One marketer, one decision, forty minutes.\n\nEvery other Tuesday.',
      },
      {
        lang: 'fr',
        title: 'Nouvelles du marketing',
        description: 'Une personne du métier, une décision, quarante minutes.',
      },
    ],
    hosts: [aPerson({ id: 'h1', slug: 'darian-kovacs', name: 'Darian Kovacs' })],
    episodeCount: 1,
    latestAt: new Date('2026-05-12T11:00:00Z'),
    ...over,
  };
}

export function anEpisode(over: Partial<EpisodeView> = {}): EpisodeView {
  return {
    id: '0197a0b0-0000-7000-8000-000000000001',
    showId: 's1',
    showSlug: 'mnc',
    showLanguage: 'en-CA',
    guid: 'f3b0c442-98fc-4c14-9afb-f4c8996fb924',
    state: 'published',
    publishedAt: new Date('2026-05-12T11:00:00Z'),
    updatedAt: new Date('2026-05-12T11:00:00Z'),
    type: 'full',
    number: 87,
    season: null,
    explicit: false,
    language: 'en',
    recordedOn: '2024-03-12',
    coverKey: null,
    coverWidth: null,
    texts: [
      {
        lang: 'en',
        title: 'Dates instead of logos',
        slug: '87-dates-instead-of-logos',
        summary: 'Why a date says more about a campaign than a logo does.',
        notes: 'Read [the article](https://example.org/article).\n\n- One\n- Two',
        takeaways: [],
      },
      {
        lang: 'fr',
        title: longTitle,
        slug: '87-des-dates-plutot-que-des-logos',
        summary: 'Pourquoi une date en dit plus long sur une campagne qu’un logo.',
        notes: 'Lire [l’article](https://example.org/article).',
        takeaways: [],
      },
    ],
    chapters: [
      { startMs: 0, title: 'Hello', url: '' },
      { startMs: 250_000, title: 'Why dates beat logos', url: 'https://example.org/dates' },
      { startMs: 1_084_000, title: 'What to measure', url: '' },
    ],
    appearances: [anAppearance()],
    enclosure: {
      revisionId: 'r1',
      revisionNumber: 2,
      key: 'rendition/r1.mp3',
      mime: 'audio/mpeg',
      bytes: 43_380_000,
      durationMs: 2_712_000,
      bitrate: 128_000,
      sha256: 'ab',
      alternates: [],
      peaks: Array.from({ length: 200 }, (_, i) =>
        Math.round(30 + 60 * Math.abs(Math.sin(i * 0.37) * Math.cos(i * 0.051))),
      ),
    },
    soundNotes: [],
    transcripts: [],
    licences: [],
    timeLinks: { first: 1, version: null, older: [] },
    event: null,
    room: '',
    track: '',
    programmeAt: null,
    series: null,
    tags: [],
    startHereMs: null,
    isUnlisted: false,
    isAnnounced: false,
    files: [],
    clips: [],
    quotes: [],
    subscribersUntil: null,
    expiresAt: null,
    feed: usualEpisodeFeed,
    ...over,
  };
}

export function anEvent(over: Partial<EventView> = {}): EventView {
  return {
    id: 'e1',
    slug: 't2m-2026',
    showId: 's1',
    showSlug: 'mnc',
    showLanguage: 'fr-CA',
    startsOn: '2026-05-12',
    endsOn: '2026-05-13',
    timeZone: 'America/Montreal',
    place: 'Palais des congrès, Montréal',
    podcastGuid: null,
    texts: [
      { lang: 'fr', name: 'Journées T2M 2026', description: 'Deux jours sur la mesure.' },
      { lang: 'en', name: 'T2M Days 2026', description: 'Two days on measurement.' },
    ],
    ...over,
  };
}

export function aTalk(over: Partial<EpisodeView> = {}): EpisodeView {
  return anEpisode({
    id: '0197a0b0-0000-7000-8000-000000000002',
    number: null,
    language: 'fr',
    showLanguage: 'fr-CA',
    event: { id: 'e1', slug: 't2m-2026', timeZone: 'America/Montreal' },
    room: 'Salle 517',
    track: 'Plénière',
    programmeAt: new Date('2026-05-12T13:00:00Z'),
    appearances: [anAppearance({ role: 'speaker' })],
    ...over,
  });
}

export function aGuest(over: Partial<GuestView> = {}): GuestView {
  return {
    id: 'p1',
    slug: 'melanie-roy',
    name: 'Mélanie Roy',
    pronouns: 'elle',
    photoKey: null,
    links: [{ label: 'LinkedIn', url: 'https://www.linkedin.com/in/melanie' }],
    texts: [{ lang: 'fr', biography: 'Mélanie mesure depuis vingt ans ce que la publicité change.' }],
    now: {
      title: 'Vice-présidente, données',
      organisation: 'Nordique inc.',
      organisationUrl: 'https://nordique.example/',
      since: '2024-03-01',
    },
    appearances: [{ episode: anEpisode(), show: aShow() }],
    ...over,
  };
}
