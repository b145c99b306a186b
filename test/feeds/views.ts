import {
  type Addresses,
  type EpisodeView,
  type EventView,
  type PersonRef,
  type ShowView,
  usualEpisodeFeed,
  usualShowFeed,
  usualShowPage,
} from '#libs/catalog';
import { type FeedView, toEventChannel, toShowChannel } from '#libs/feeds';

const id = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;

export const host: PersonRef = {
  id: id(900),
  slug: 'sam-okafor',
  name: 'Sam Okafor',
  photoKey: 'image/sam.jpg',
  url: 'https://sam.example/about',
};
export const guest: PersonRef = {
  id: id(901),
  slug: 'melanie-roy',
  name: 'Mélanie Roy',
  photoKey: null,
  url: 'http://melanie.example',
};

export function showView(changes: Partial<ShowView> = {}): ShowView {
  return {
    id: id(1),
    slug: 'dates-not-logos',
    language: 'fr-CA',
    category: 'Business',
    subcategory: 'Marketing',
    explicit: false,
    type: 'episodic',
    author: 'Sam Okafor',
    ownerEmail: 'sam@show.example',
    timeZone: 'America/Montreal',
    copyright: '© 2026 Sam Okafor',
    locked: true,
    feed: usualShowFeed,
    page: usualShowPage,
    host: null,
    podcastGuid: 'b32d2de5-3a4e-5f0c-9a4f-0c0f0f9f3d11',
    coverKey: 'image/cover.jpg',
    coverWidth: 3000,
    accent: '',
    texts: [
      {
        lang: 'fr',
        title: 'Des dates plutôt que des logos',
        description: 'Le marketing, raconté par celles qui le font.',
      },
      { lang: 'en', title: 'Dates, not logos', description: 'Marketing, told by those who do it.' },
    ],
    hosts: [host],
    episodeCount: 2,
    latestAt: new Date('2026-05-12T11:00:00Z'),
    ...changes,
  } as ShowView;
}

export function episodeView(n = 1, changes: Partial<EpisodeView> = {}): EpisodeView {
  return {
    id: id(100 + n),
    showId: id(1),
    showSlug: 'dates-not-logos',
    showLanguage: 'fr-CA',
    guid: `7d1c6a1e-0000-4000-8000-${String(n).padStart(12, '0')}`,
    state: 'published',
    publishedAt: new Date(Date.UTC(2026, 4, n, 11)),
    updatedAt: new Date(Date.UTC(2026, 4, n, 11)),
    type: 'full',
    number: n,
    season: 1,
    explicit: false,
    language: 'fr-CA',
    recordedOn: '2026-03-12',
    coverKey: null,
    coverWidth: null,
    texts: [
      {
        lang: 'fr',
        title: 'Ce que les dates disent & pas les logos',
        slug: `ce-que-les-dates-disent-${n}`,
        summary: 'Pourquoi une date vaut mieux qu’un logo.',
        notes: '## Liens\n\n- [Le rapport](https://report.example/fr)\n- Un exemple à **retenir**',
        takeaways: [
          { text: 'Une date tenue vaut & rassure', atMs: 64_500 },
          { text: 'Le logo peut attendre', atMs: null },
        ],
      },
      {
        lang: 'en',
        title: 'What dates say',
        slug: `what-dates-say-${n}`,
        summary: 'Why a date beats a logo.',
        notes: '',
        takeaways: [],
      },
    ],
    chapters: [
      { startMs: 0, title: 'Bonjour', url: '' },
      { startMs: 64_500, title: 'Les dates', url: 'https://report.example/dates' },
      { startMs: 600_000, title: 'Et après ?', url: '' },
    ],
    appearances: [
      {
        person: guest,
        role: 'guest',
        organisation: 'Roy & Filles',
        organisationUrl: '',
        organisationInNotes: '',
        texts: [
          {
            lang: 'fr',
            title: 'directrice marketing',
            disclaimer: 'Les propos de Mélanie Roy sont personnels et n’engagent pas Roy & Filles.',
            biography: '',
          },
        ],
      },
    ],
    enclosure: {
      revisionId: id(500 + n),
      revisionNumber: 2,
      key: `media/${n}.mp3`,
      mime: 'audio/mpeg',
      bytes: 21_600_000 + n,
      durationMs: 2_712_400,
      bitrate: 128_000,
      sha256: '0'.repeat(64),
      alternates: [],
      peaks: [],
    },
    soundNotes: [],
    transcripts: [],
    licences: [],
    timeLinks: null,
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
    ...changes,
  };
}

export function eventView(changes: Partial<EventView> = {}): EventView {
  return {
    id: id(2),
    slug: 't2m-2026',
    showId: id(1),
    showSlug: 'dates-not-logos',
    showLanguage: 'fr-CA',
    startsOn: '2026-06-10',
    endsOn: '2026-06-12',
    timeZone: 'Europe/Paris',
    place: 'Lyon',
    podcastGuid: '917393e3-1b1e-5cef-ace4-edaa54e1f810',
    texts: [{ lang: 'fr', name: 'T2M 2026', description: 'Trois jours de conférences.' }],
    ...changes,
  };
}

/** What a feed is made of, without an address. */
export interface Content {
  show: ShowView;
  event: EventView | null;
  episodes: EpisodeView[];
}

/** The feed of a show or, with one, of an event. */
export function toFeedView({ show, event, episodes }: Content, addresses: Addresses): FeedView {
  return {
    channel: event ? toEventChannel(event, show, addresses) : toShowChannel(show, addresses),
    episodes,
  };
}

/** A show with two episodes, the second with a guest, chapters and a disclaimer. */
export function showFeedView(): Content {
  return {
    show: showView(),
    event: null,
    episodes: [
      episodeView(1, { type: 'trailer', number: null, chapters: [], appearances: [] }),
      withAlternates(episodeView(2, { coverKey: 'image/episode.png', licences: ['Musique : Ada, CC BY 4.0'] })),
    ],
  };
}

function withAlternates(episode: EpisodeView): EpisodeView {
  const file = (kind: 'opus' | 'hls', key: string, mime: string, bytes: number) => ({
    ...{ kind, key, mime, bytes, durationMs: 2_712_400, bitrate: 48_000, sha256: '1'.repeat(64) },
  });
  const alternates = [
    file('opus', 'opus/2.opus', 'audio/ogg', 9_000_000),
    file('hls', 'hls/2/index.m3u8', 'application/vnd.apple.mpegurl', 90_000_000),
  ];
  return { ...episode, enclosure: { ...episode.enclosure!, alternates } };
}

export function eventFeedView(): Content {
  const event = eventView();
  const talk = episodeView(3, {
    number: null,
    season: null,
    event: { id: event.id, slug: event.slug, timeZone: event.timeZone },
    room: 'Plénière',
  });
  talk.appearances[0]!.role = 'speaker';
  return { show: showView(), event, episodes: [talk] };
}
