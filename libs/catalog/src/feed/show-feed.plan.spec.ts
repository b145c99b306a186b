import { type ShowFeed, usualEpisodeFeed, usualShowFeed } from './feed-settings.js';
import { cleanEpisodeFeed, findEpisodeFeedProblems } from './episode-feed.plan.js';
import { cleanShowFeed, findShowFeedProblems } from './show-feed.plan.js';

const problems = (changes: Partial<ShowFeed>) =>
  findShowFeedProblems(cleanShowFeed({ ...usualShowFeed, ...changes })).map(
    ({ path, message }) => `${path} ${message}`,
  );
const place = { name: 'Lyon', rel: 'subject' as const, geo: '', osm: '', country: '' };
const weekly = { text: 'Weekly', rrule: 'FREQ=WEEKLY', startsAt: '' };
const podcast = { feedGuid: '917393E3-1B1E-5CEF-ACE4-EDAA54E1F810', feedUrl: '', title: '' };

describe('what a show’s feed says', () => {
  it('has nothing to find in the usual settings', () => {
    expect(problems({})).toEqual([]);
  });

  it.each<[string, Partial<ShowFeed>]>([
    ['funding', { funding: [{ url: 'https://give.example', text: 'Give' }] }],
    ['a known licence without an address', { licence: { id: 'CC-BY-4.0', url: '' } }],
    ['an own licence with its text', { licence: { id: 'ours', url: 'https://a.example/licence' } }],
    [
      'a place by what a map gives',
      { places: [{ ...place, geo: '45.5017, -73.5673', osm: 'r1634158', country: 'CA' }] },
    ],
    ['an update frequency', { updateFrequency: { ...weekly, rrule: 'FREQ=MONTHLY;BYDAY=+1MO,-1FR;INTERVAL=2' } }],
    [
      'a counted one with its start',
      { updateFrequency: { ...weekly, rrule: 'FREQ=WEEKLY;COUNT=5', startsAt: '2026-05-05' } },
    ],
    ['other podcasts', { podroll: [podcast], publisher: podcast }],
    [
      'names of seasons',
      {
        seasons: [
          { number: 2, name: 'B' },
          { number: 1, name: 'A' },
        ],
      },
    ],
  ])('may be %s', (_, changes) => {
    expect(problems(changes)).toEqual([]);
  });

  it.each<[string, Partial<ShowFeed>, string]>([
    ['http (P07)', { funding: [{ url: 'http://give.example', text: 'x' }] }, 'funding.0.url error.field.feed.https'],
    [
      'no words for a link',
      { funding: [{ url: 'https://give.example', text: ' ' }] },
      'funding.0.text error.field.required',
    ],
    ['an own licence alone (P05)', { licence: { id: 'ours', url: '' } }, 'licence.url error.field.required'],
    ['a place off the globe', { places: [{ ...place, geo: '95,10' }] }, 'places.0.geo error.field.feed.geo'],
    ['a country that is none', { places: [{ ...place, country: 'zz' }] }, 'places.0.country error.field.feed.country'],
    [
      'a rule without FREQ (P18)',
      { updateFrequency: { ...weekly, rrule: 'INTERVAL=2' } },
      'updateFrequency.rrule error.field.feed.rrule',
    ],
    [
      'a rule with strange parts',
      { updateFrequency: { ...weekly, rrule: 'FREQ=WEEKLY;BYDAY=XX' } },
      'updateFrequency.rrule error.field.feed.rrule',
    ],
    [
      'a name that every object has',
      { updateFrequency: { ...weekly, rrule: 'FREQ=DAILY;CONSTRUCTOR=1' } },
      'updateFrequency.rrule error.field.feed.rrule',
    ],
    [
      'a count without a start (P18)',
      { updateFrequency: { ...weekly, rrule: 'FREQ=DAILY;COUNT=3' } },
      'updateFrequency.startsAt error.field.required',
    ],
    ['a relative new address (C16)', { movedTo: '/feed.xml' }, 'movedTo error.field.feed.https'],
    [
      'one season twice',
      {
        seasons: [
          { number: 1, name: 'A' },
          { number: 1, name: 'B' },
        ],
      },
      'seasons.1.number error.field.feed.seasonTwice',
    ],
    [
      'a podcast without its number',
      { podroll: [{ ...podcast, feedGuid: '' }] },
      'podroll.0.feedGuid error.field.required',
    ],
  ])('is refused: %s', (_, changes, problem) => {
    expect(problems(changes)).toEqual([problem]);
  });

  it('is kept clean: licences in lower case, geo as an address, empty licences as none', () => {
    const clean = cleanShowFeed({
      ...usualShowFeed,
      licence: { id: ' CC-BY-4.0 ', url: '' },
      places: [{ ...place, geo: '45.5; -73.6', osm: 'r1', country: 'CA' }],
      podroll: [podcast],
    });
    expect(clean.licence).toEqual({ id: 'cc-by-4.0', url: '' });
    expect(clean.places[0]).toMatchObject({ geo: 'geo:45.5,-73.6', osm: 'R1', country: 'ca' });
    expect(clean.podroll[0]!.feedGuid).toBe('917393e3-1b1e-5cef-ace4-edaa54e1f810');
    expect(cleanShowFeed({ ...usualShowFeed, licence: { id: '', url: '' } }).licence).toBeNull();
  });
});

describe('what an item says', () => {
  const find = (startMs: number, durationMs: number, soundMs: number | null = 60_000) =>
    findEpisodeFeedProblems(
      cleanEpisodeFeed({ ...usualEpisodeFeed, soundbites: [{ startMs, durationMs, title: '' }] }),
      soundMs,
    ).map(({ path, message }) => `${path} ${message}`);

  it('may be soundbites of 15 to 120 seconds within the sound (P19)', () => {
    expect(find(0, 15_000)).toEqual([]);
    expect(find(45_000, 15_000)).toEqual([]);
    expect(find(900_000, 120_000, null)).toEqual([]);
    expect(find(0, 14_999)).toEqual(['soundbites.0.durationMs error.field.feed.soundbite']);
    expect(find(0, 120_001, null)).toEqual(['soundbites.0.durationMs error.field.feed.soundbite']);
    expect(find(45_001, 15_000)).toEqual(['soundbites.0.startMs error.field.feed.outside']);
  });

  it('shows its number in 32 characters at most (P06)', () => {
    const problems = findEpisodeFeedProblems({ ...usualEpisodeFeed, display: 'x'.repeat(33) }, null);
    expect(problems).toMatchObject([{ path: 'display', message: 'error.field.tooLong', params: { n: 32 } }]);
  });
});
