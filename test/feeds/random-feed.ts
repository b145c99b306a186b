import { type EpisodeFeed, type ShowFeed, usualEpisodeFeed, usualShowFeed } from '#libs/catalog';
import { fullEpisodeFeed, fullShowFeed } from './full-view.js';

const urls = [
  '',
  'https://a.example/é?x=1&y=2',
  'http://plain.example',
  'javascript:alert(1)',
  '/relative',
  'https://a.example',
];
const rules = ['', 'FREQ=WEEKLY', 'FREQ=WEEKLY;COUNT=3', 'INTERVAL=2', 'FREQ=DAILY;BYDAY=XX', 'nonsense & more'];
const guids = ['', 'no guid', '917393e3-1b1e-5cef-ace4-edaa54e1f810', '917393E3-1B1E-5CEF-ACE4-EDAA54E1F810'];
const names = [
  'podcast:chat',
  'podcast:value',
  'podcast:image',
  'podcast:txt',
  'podcast:locked',
  'script',
  'constructor',
];

type Pick = <T>(values: readonly T[]) => T;

/** Feed settings as an old row or an import could have them: now and then as they should be, mostly not. */
export function randomShowFeed(pick: Pick, lines: readonly string[]): ShowFeed {
  return pick([usualShowFeed, fullShowFeed, nastyShowFeed(pick, lines), nastyShowFeed(pick, lines)]);
}

export function randomEpisodeFeed(pick: Pick, lines: readonly string[]): EpisodeFeed {
  return pick([
    usualEpisodeFeed,
    fullEpisodeFeed,
    {
      ...nastyShared(pick, lines),
      display: pick(lines),
      soundbites: [0, 1].map(() => ({
        startMs: pick([0, 500, 2_700_000, 10_000_000]),
        durationMs: pick([1, 15_000, 119_999, 9_000_000]),
        title: pick(lines),
      })),
    },
  ]);
}

function nastyShowFeed(pick: Pick, lines: readonly string[]): ShowFeed {
  const reference = () => ({ feedGuid: pick(guids), feedUrl: pick(urls), title: pick(lines) });
  return {
    ...nastyShared(pick, lines),
    medium: pick(['podcast', 'music', 'course']),
    complete: pick([true, false]),
    seasons: [1, 1, 12].map((number) => ({ number, name: pick(lines) })),
    updateFrequency: pick([
      null,
      { text: pick(lines), rrule: pick(rules), startsAt: pick(['', 'soon', '2026-05-05']) },
    ]),
    verify: [{ purpose: pick(['', 'verify', ...lines]), text: pick(lines) }],
    podroll: [reference(), reference()],
    publisher: pick([null, reference()]),
    push: true,
    movedTo: pick(urls),
  };
}

function nastyShared(pick: Pick, lines: readonly string[]) {
  return {
    funding: [{ url: pick(urls), text: pick(lines) }],
    licence: pick([null, { id: pick(['', 'cc-by-4.0', 'CC-BY-4.0', ...lines]), url: pick(urls) }]),
    places: [
      {
        ...{
          name: pick(lines),
          rel: pick(['subject', 'creator'] as const),
          geo: pick(['', '45,1', 'geo:95,0', 'here']),
        },
        ...{ osm: pick(['', 'R1', 'x & y']), country: pick(['', 'ca', 'ZZ', '<>']) },
      },
    ],
    aiContent: pick([null, true, false]),
    blocked: pick([true, false]),
    tags: [0, 1, 2].map(() => ({
      name: pick(names),
      attributes: {
        [pick(['server', 'protocol', 'href', 'purpose', 'on"click', '__proto__'])]: pick([...lines, ...urls]),
      },
      text: pick(lines),
      children: [],
    })),
  };
}
