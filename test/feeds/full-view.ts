import { type EpisodeFeed, type EpisodeView, type ShowFeed, usualEpisodeFeed, usualShowFeed } from '#libs/catalog';
import { type Content, episodeView, showFeedView, showView } from './views.js';

const other = {
  feedGuid: '917393e3-1b1e-5cef-ace4-edaa54e1f810',
  feedUrl: 'https://friends.example/feed.xml',
  title: 'Friends & co',
};
const tag = (name: string, attributes: Record<string, string> = {}, text = '', children: ShowFeed['tags'] = []) => ({
  ...{ name, attributes, text, children },
});
const recipient = (name: string, split: string) =>
  tag('podcast:valueRecipient', { name, split, type: 'lnaddress', address: `${name.toLowerCase()}@pay.example` });
const places: ShowFeed['places'] = [
  { name: 'Montréal', rel: 'creator', geo: 'geo:45.5,-73.6', osm: 'R1634158', country: 'ca' },
  { name: 'Lyon', rel: 'subject', geo: '', osm: '', country: '' },
];

/** Feed settings in which nothing is left at its usual value. */
export const fullShowFeed: ShowFeed = {
  ...usualShowFeed,
  medium: 'course',
  complete: true,
  funding: [{ url: 'https://give.example/dates', text: 'Soutenir l’émission' }],
  licence: { id: 'cc-by-4.0', url: '' },
  places,
  seasons: [{ number: 1, name: 'Les débuts' }],
  updateFrequency: { text: 'Tous les mardis', rrule: 'FREQ=WEEKLY;BYDAY=TU', startsAt: '2026-05-05T09:00:00Z' },
  verify: [{ purpose: 'verify', text: 'S6lpp-7ZCn8-dZfGc-OoyaG' }],
  aiContent: false,
  podroll: [other],
  publisher: { feedGuid: '003af0a0-6a45-55cf-b765-68e3d349551a', feedUrl: '', title: '' },
  movedTo: 'https://new.example/feed.xml',
  tags: [
    tag('podcast:value', { type: 'lightning', method: 'lnaddress' }, '', [
      recipient('Sam', '90'),
      recipient('App', '10'),
    ]),
    tag('podcast:chat', { server: 'chat.example', protocol: 'matrix', space: '#dates:chat.example' }),
    tag('podcast:block', { id: 'spotify' }, 'yes'),
    tag('podcast:liveItem', { status: 'pending', start: '2026-12-01T18:00:00Z' }, '', [
      tag('title', {}, 'En direct & en public'),
      tag('guid', { isPermaLink: 'false' }, 'e32b4890-983b-4ce5-8b46-f2d6bc1d8819'),
      tag('enclosure', { url: 'https://live.example/a.mp3', type: 'audio/mpeg', length: '312' }),
      tag('podcast:contentLink', { href: 'https://live.example/' }, 'Écouter'),
    ]),
  ],
};

/** What an item may say beyond its fields, all of it. */
export const fullEpisodeFeed: EpisodeFeed = {
  ...usualEpisodeFeed,
  display: 'Jour 2',
  funding: [{ url: 'https://give.example/2', text: 'Offrir un café' }],
  licence: { id: 'Licence maison', url: 'https://show.example/licence' },
  places,
  soundbites: [
    { startMs: 64_500, durationMs: 30_000, title: 'Une date, pas un logo' },
    { startMs: 5_000_000, durationMs: 30_000, title: 'After the end' },
  ],
  aiContent: true,
  blocked: true,
  tags: [
    tag('podcast:socialInteract', { protocol: 'activitypub', uri: 'https://social.example/@sam/1', accountId: '@sam' }),
    tag('podcast:contentLink', { href: 'https://video.example/é' }, 'La vidéo'),
    tag('podcast:mood', {}, 'unknown, so left out'),
  ],
};

/** A show that says all that a feed can say: with it every tag is written once at least. */
export function fullFeedView(): Content {
  const base = showFeedView();
  const series = { id: 'series', slug: 'deux-jours', parts: 2, texts: [{ lang: 'fr', name: 'Deux jours' }] };
  const at = (lang: string, isTimed: boolean) => ({ lang, isTimed, updatedAt: new Date('2026-05-12T11:00:00Z') });
  const full: Partial<EpisodeView> = {
    feed: fullEpisodeFeed,
    coverKey: 'image/episode.jpg',
    coverWidth: 1400,
    transcripts: [at('en', true), at('fr', true), at('de', false)],
    series: { ...series, part: 1 },
  };
  const first = { ...base.episodes[1]!, ...full };
  const second = episodeView(4, { season: null, series: { ...series, part: 2 }, chapters: [], appearances: [] });
  return { ...base, show: showView({ feed: fullShowFeed }), episodes: [base.episodes[0]!, first, second] };
}
