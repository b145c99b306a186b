import { findAppEffects } from './app-effects.plan.js';
import { diffFeeds, isSame } from './feed-diff.plan.js';
import { FeedUnreadable, readFeedDocument, startReading } from './feed-document.xml.js';

const rss = (channel: string) =>
  `<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:p="https://podcastindex.org/namespace/1.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>${channel}</channel></rss>`;
const item = (guid: string, more = '') =>
  `<item><title><![CDATA[Title of ${guid}]]></title><guid isPermaLink="false">${guid}</guid>${more}</item>`;
const diff = (before: string, after: string) => diffFeeds(readFeedDocument(rss(before)), readFeedDocument(rss(after)));
const effects = (before: string, after: string) =>
  Object.fromEntries(
    findAppEffects(diff(before, after)).map(({ app, effects }) => [app, effects.map(({ code }) => code)]),
  );

describe('reading a feed for comparison', () => {
  it('goes by the address of a namespace, and shows attributes and what is inside', () => {
    const { channel, items } = readFeedDocument(
      rss(
        `<p:value type="lightning"><p:valueRecipient name="Sam" split="90"/></p:value><atom:link rel="self" href="https://a.example/"/>${item('a', '<p:person role="host"> Sam </p:person>')}`,
      ),
    );
    expect(channel).toEqual({
      'podcast:value': 'type lightning\n  name Sam · split 90',
      'atom:link self': 'rel self · href https://a.example/',
    });
    expect(items).toEqual([
      {
        guid: 'a',
        title: 'Title of a',
        fields: { title: 'Title of a', guid: 'a · isPermaLink false', 'podcast:person': 'Sam · role host' },
      },
    ]);
  });

  it('takes the text in pieces of any length', () => {
    const xml = rss(`<title>Æther & co</title>${item('a')}`.replace('&', '&amp;'));
    const reader = startReading();
    for (const character of xml) reader.write(character);
    expect(reader.end()).toEqual(readFeedDocument(xml));
  });

  it.each(['<rss>', 'no XML', rss('<title>&nbsp;</title>'), ''])('refuses what is no XML: %s', (xml) => {
    expect(() => readFeedDocument(xml)).toThrow(FeedUnreadable);
  });
});

describe('the difference of two feeds', () => {
  it('is nothing when only lastBuildDate, prefixes or white space differ', () => {
    const before = `<title>A</title><lastBuildDate>Sun, 22 Nov 2026 10:00:00 GMT</lastBuildDate>${item('a')}`;
    const after = `<title> A </title>${item('a').replace('<![CDATA[', '').replace(']]>', '')}`;
    expect(isSame(diff(before, after))).toBe(true);
  });

  it('goes by guid: what came, what went, what changed, what moved', () => {
    const found = diff(item('a') + item('b') + item('c'), item('d') + item('b', '<link>x</link>') + item('a'));
    expect(found).toEqual({
      channel: [],
      added: [{ guid: 'd', title: 'Title of d' }],
      removed: [{ guid: 'c', title: 'Title of c' }],
      changed: [{ guid: 'b', title: 'Title of b', fields: [{ name: 'link', before: '', after: 'x' }] }],
      isReordered: true,
    });
  });

  it('shows of long texts the part around the first difference', () => {
    const long = 'x'.repeat(5000);
    const [change] = diff(`<description>${long}a</description>`, `<description>${long}b</description>`).channel;
    expect([change!.before.at(-1), change!.after.at(-1), change!.before[0]]).toEqual(['a', 'b', '…']);
    expect(change!.before.length).toBeLessThan(2010);
  });

  it('against nothing is all that there is', () => {
    expect(diffFeeds(undefined, readFeedDocument(rss(item('a')))).added).toEqual([{ guid: 'a', title: 'Title of a' }]);
  });
});

describe('what apps will see', () => {
  it('of a new episode: all of them have it', () => {
    expect(effects('', item('a'))).toEqual({
      apple: ['new-episodes'],
      spotify: ['new-episodes'],
      youtube: ['new-episodes'],
      podcasting2: ['new-episodes'],
      classic: ['new-episodes'],
    });
  });

  it('of chapters: JSON by Apple and Podcasting 2.0 apps, and YouTube keeps its copy of what it reads', () => {
    expect(effects(item('a'), item('a', '<p:chapters url="u" type="t"/>'))).toEqual({
      apple: ['chapters'],
      spotify: [],
      youtube: [],
      podcasting2: ['chapters'],
      classic: [],
    });
  });

  it('of another file: everybody downloads it again, YouTube does not', () => {
    const sound = (url: string) => item('a', `<enclosure url="${url}" length="1" type="audio/mpeg"/>`);
    expect(effects(sound('a'), sound('b'))).toEqual({
      apple: ['again'],
      spotify: ['again'],
      youtube: ['kept'],
      podcasting2: ['again'],
      classic: ['again'],
    });
  });

  it('of a move and a new cover, where itunes is read', () => {
    const after = '<itunes:new-feed-url>https://b.example/</itunes:new-feed-url><itunes:image href="c"/>';
    expect(effects('', after)).toMatchObject({ apple: ['cover', 'moves'], classic: [] });
  });
});
