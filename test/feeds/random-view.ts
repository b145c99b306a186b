import type { EpisodeView, ShowView } from '#libs/catalog';
import { randomEpisodeFeed, randomShowFeed } from './random-feed.js';
import { type Content, episodeView, eventView, guest, host, showView } from './views.js';

/** Numbers that look random and are the same for the same seed (mulberry32), so that a failure can be repeated. */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const nastyLines = [
  'A & B',
  'ends with ]]> inside',
  ']]>]]><![CDATA[',
  'tab\u000bvertical',
  'null\u0000 and \u001f and \ufffe',
  'lone \ud83d surrogate',
  '\udc00 first',
  'x'.repeat(300),
  'é'.repeat(300),
  '👩‍🚀'.repeat(60),
  '<script>alert(1)</script>',
  '<lastBuildDate>Thu, 01 Jan 1970 00:00:00 GMT</lastBuildDate>',
  '</title><item>',
  '--> <!-- ]]',
  '&amp;lt; already escaped',
  'quotes \' and "',
  '  spaces around  ',
  'line\nbreak\r\nand tab\t',
  '\u202eright to left',
  'Ordinary title',
];
const nastyNotes = [
  '',
  'One line.',
  '<script>alert(1)</script><img src=x onerror=alert(1)><iframe src="https://evil.example"></iframe>',
  '[click](javascript:alert(1)) <a href="JaVaScRiPt:alert(1)" onclick="x()">x</a> <a href="data:text/html,x">y</a>',
  '[relative](/here) [other](//host.example/x) [ok](https://ok.example/é?a=1&b=2) [mail](mailto:a@b.example)',
  '# Big\n\n> quoted\n\n```\ncode <p> & "x"\n```\n\n---\n\n1. one\n2. two\n   - nested\n\n| a | b |\n|---|---|\n| 1 | 2 |',
  'long & '.repeat(3000),
  Array.from({ length: 300 }, (_, i) => `- [link ${i}](https://l.example/${i}?é=${i}) **bold** 👩‍🚀`).join('\n'),
  '<b><i>unclosed <p>tags',
  'x\u000by\ud800z ]]> &nbsp; &bogus; <![CDATA[ x ]]>',
];

/** A show or an event as nasty as a producer's pasting can make it. */
export function randomFeedView(seed: number): Content {
  const random = randomOf(seed);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!;
  const isEvent = random() < 0.25;
  const show = showView({
    ...randomShow(random, pick),
    hosts: pick([[], [host], [host, { ...host, id: 'x', name: pick(nastyLines), url: null }]]),
  });
  const count = 1 + Math.floor(random() * 6);
  const episodes = Array.from({ length: count }, (_, i) => randomEpisode(i + 1, random, pick, show));
  const event = isEvent
    ? eventView({ texts: [{ lang: 'fr', name: pick(nastyLines), description: pick(nastyNotes) }] })
    : null;
  if (event) {
    for (const episode of episodes) episode.event = { id: event.id, slug: event.slug, timeZone: event.timeZone };
  }
  return { show, event, episodes };
}

type Pick = <T>(values: readonly T[]) => T;

function randomShow(random: () => number, pick: Pick): Partial<ShowView> {
  const [category, subcategory] = pick([
    ['Business', 'Marketing'],
    ['Society & Culture', 'Places & Travel'],
    ['True Crime', ''],
    ['Health & Fitness', ''],
  ]);
  return {
    language: pick(['fr-CA', 'en', 'en-US', 'de']),
    category,
    subcategory,
    explicit: random() < 0.3,
    type: pick(['episodic', 'serial'] as const),
    author: pick(['', ...nastyLines]),
    ownerEmail: pick(['', 'not an address', 'a@b.example', 'x <y@z.example>']),
    copyright: pick(['', ...nastyLines]),
    locked: random() < 0.5,
    podcastGuid: pick([null, 'b32d2de5-3a4e-5f0c-9a4f-0c0f0f9f3d11']),
    feed: randomShowFeed(pick, nastyLines),
    texts: [{ lang: pick(['fr', 'en']), title: pick(nastyLines), description: pick([...nastyNotes, ...nastyLines]) }],
  };
}

function randomEpisode(n: number, random: () => number, pick: Pick, show: ShowView): EpisodeView {
  const isImported = random() < 0.2;
  return episodeView(n, {
    showLanguage: show.language,
    guid: isImported ? pick([`https://old.example/?p=${n}&x=1`, `tag:old ${n} <&>`]) : episodeView(n).guid,
    publishedAt: new Date(Date.UTC(2020 + Math.floor(random() * 6), Math.floor(random() * 12), 1 + n)),
    type: pick(['full', 'full', 'trailer', 'bonus'] as const),
    number: pick([null, 0, -1, n, 1000 + n]),
    season: pick([null, 0, 1, 12]),
    explicit: random() < 0.5,
    coverKey: pick([null, 'image/own.png', 'image/own.jpeg']),
    feed: randomEpisodeFeed(pick, nastyLines),
    texts: [
      {
        lang: pick(['fr', 'en']),
        title: pick(nastyLines),
        slug: `slug-${n}`,
        summary: pick(nastyLines),
        notes: pick(nastyNotes),
        takeaways: Array.from({ length: n % 9 }, (_, i) => ({ text: pick(nastyLines), atMs: i ? i * 700_000 : null })),
      },
    ],
    chapters: Array.from({ length: Math.floor(random() * 60) }, (_, i) => ({
      startMs: Math.floor(random() * 7_200_000) * (i === 0 ? 0 : 1),
      title: pick([...nastyLines, '', '   ']),
      url: pick(['', 'https://c.example/é', 'javascript:alert(1)', 'http://plain.example']),
    })),
    appearances: Array.from({ length: Math.floor(random() * 4) }, (_, i) => ({
      person: {
        ...guest,
        id: `p${i}`,
        name: pick(nastyLines),
        url: pick([null, 'http://a.example', 'https://a.example/é', 'no url']),
      },
      role: pick(['guest', 'host', 'speaker', 'panellist', 'moderator'] as const),
      organisation: pick(['', ...nastyLines]),
      organisationUrl: '',
      organisationInNotes: '',
      texts: [
        {
          lang: 'fr',
          title: pick(nastyLines),
          disclaimer: pick(['', ...nastyLines, 'long '.repeat(900)]),
          biography: '',
        },
      ],
    })),
    enclosure: { ...episodeView(n).enclosure!, durationMs: pick([0, 1, 999, 59_999, 7_201_000]) },
  });
}
