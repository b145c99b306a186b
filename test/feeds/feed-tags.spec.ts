import { Addresses, type EpisodeView, usualEpisodeFeed, usualShowFeed } from '#libs/catalog';
import { buildFeedXml, type ChannelView, type FeedView } from '#libs/feeds';
import { fullFeedView, fullShowFeed } from './full-view.js';
import { checkFeed } from './rules/check.js';
import { channelOf, childrenOf, type Element, itemsOf, parseFeed } from './rules/document.js';
import { episodeView, showFeedView, toFeedView } from './views.js';

const addresses = new Addresses('https://pod.example');
const changedAt = new Date('2026-11-22T10:00:00Z');
const xmlOf = (view: FeedView, at = addresses) => buildFeedXml(view, at, changedAt).xml;
const withChannel = (changes: Partial<ChannelView>, view = toFeedView(fullFeedView(), addresses)) => ({
  ...view,
  channel: { ...view.channel, ...changes },
});
const read = (view: FeedView, at = addresses) => parseFeed(Buffer.from(xmlOf(view, at)));
const channel = (view: FeedView): Element => channelOf(read(view))!;
const texts = (element: Element, name: string) => childrenOf(element, name).map(({ text }) => text);
const item = (changes: Partial<EpisodeView>, at = addresses) => {
  const view = toFeedView({ ...showFeedView(), episodes: [episodeView(1, changes)] }, at);
  return itemsOf(read(view, at))[0]!;
};

describe('the channel', () => {
  it('names its hubs beside itself (C20)', () => {
    const links = childrenOf(
      channel(withChannel({ hubs: ['https://hub.example/', 'https://h2.example/'] })),
      'atom:link',
    );
    expect(links.map(({ attributes: { rel, href } }) => [rel, href])).toEqual([
      ['self', 'https://pod.example/dates-not-logos/feed.xml'],
      ['hub', 'https://hub.example/'],
      ['hub', 'https://h2.example/'],
    ]);
  });

  it('promises podping only where it is told', () => {
    expect(texts(channel(withChannel({ hubs: ['https://hub.example/'] })), 'podcast:podping')).toEqual([]);
    const pinged = childrenOf(channel(withChannel({ usesPodping: true })), 'podcast:podping');
    expect(pinged.map(({ attributes }) => attributes)).toEqual([{ usesPodping: 'true' }]);
  });

  it('of a private feed is blocked and locked, has no hub and no new address (V02 to V04)', () => {
    const secret = withChannel({ isPrivate: true, locked: false, hubs: ['https://hub.example/'], usesPodping: true });
    const found = channel(secret);
    expect(texts(found, 'itunes:block')).toEqual(['Yes']);
    expect(texts(found, 'podcast:block')).toEqual(['yes', 'yes']); // for all, and for the one platform
    expect(texts(found, 'podcast:locked')).toEqual(['yes']);
    expect(childrenOf(found, 'atom:link').map(({ attributes }) => attributes['rel'])).toEqual(['self']);
    expect([...texts(found, 'itunes:new-feed-url'), ...childrenOf(found, 'podcast:podping')]).toEqual([]);
  });

  it('says that it has moved in the feed of the whole show only (C16)', () => {
    expect(texts(channel(withChannel({})), 'itunes:new-feed-url')).toEqual([fullShowFeed.movedTo]);
    expect(texts(channel(withChannel({ kind: 'season' })), 'itunes:new-feed-url')).toEqual([]);
  });

  it('says nothing of what is as usual (C15)', () => {
    const xml = xmlOf(toFeedView(showFeedView(), addresses));
    expect(xml).not.toMatch(
      /itunes:(complete|block|new-feed-url)|podcast:(block|funding|txt|podroll|publisher|podping)/,
    );
  });

  it('lists every trailer that can be heard, newest first', () => {
    const trailer = (n: number, more: Partial<EpisodeView> = {}) =>
      episodeView(n, { type: 'trailer', texts: [{ ...episodeView(n).texts[0]!, title: `Trailer ${n}` }], ...more });
    const view = toFeedView(showFeedView(), addresses);
    const episodes = [
      trailer(1),
      trailer(3, { season: null }),
      trailer(2, { enclosure: null }),
      trailer(4, { state: 'draft' }),
    ];
    expect(texts(channel({ ...view, episodes }), 'podcast:trailer')).toEqual(['Trailer 3', 'Trailer 1']);
  });
});

describe('an item', () => {
  it('leaves out soundbites that the sound no longer has (P19)', () => {
    const bite = { startMs: 2_700_000, durationMs: 15_000, title: '' };
    const feed = { ...usualEpisodeFeed, soundbites: [bite, { ...bite, startMs: 0, durationMs: 15_500 }] };
    const found = childrenOf(item({ feed }), 'podcast:soundbite');
    expect(found.map(({ attributes }) => attributes)).toEqual([{ startTime: '0', duration: '15.5' }]);
  });

  it('ends its title with its part, once, and links the others by their pages (A-09)', () => {
    const series = (part: number | null, parts: number | null) => ({ id: 's', slug: 's', part, parts, texts: [] });
    const titled = (title: string) => [{ ...episodeView(1).texts[0]!, title }];
    const titleOf = (more: Partial<EpisodeView>) => texts(item(more), 'title')[0];
    expect(titleOf({ series: series(1, 2), texts: titled('Two days') })).toBe('Two days (1/2)');
    expect(titleOf({ series: series(1, 2), texts: titled('Two days (1/2)') })).toBe('Two days (1/2)');
    expect(titleOf({ series: series(3, null), texts: titled('Two days') })).toBe('Two days');
    expect([...titleOf({ series: series(1, 2), texts: titled('x'.repeat(255)) })!]).toHaveLength(255);
    const [second, first] = itemsOf(read(toFeedView(fullFeedView(), addresses)));
    expect(texts(first!, 'description')[0]).toContain(`<a href="${texts(second!, 'link')[0]}">`);
    expect(texts(second!, 'description')[0]).toContain(`<a href="${texts(first!, 'link')[0]}">`);
  });

  it('offers transcripts with times: WebVTT first, the spoken language as captions (P21)', () => {
    const at = (lang: string, isTimed = true) => ({ lang, isTimed, updatedAt: changedAt });
    const found = childrenOf(
      item({ language: 'en', transcripts: [at('fr-CA'), at('en-US'), at('de', false)] }),
      'podcast:transcript',
    );
    expect(found.map(({ attributes: { type, language, rel } }) => [type, language, rel])).toEqual([
      ['text/vtt', 'en-US', 'captions'],
      ['application/x-subrip', 'en-US', 'captions'],
      ['application/json', 'en-US', undefined],
      ['text/vtt', 'fr-CA', undefined],
      ['application/x-subrip', 'fr-CA', undefined],
      ['application/json', 'fr-CA', undefined],
    ]);
  });

  it('says that there are no comments, unless they are somewhere', () => {
    const elsewhere = {
      name: 'podcast:socialInteract',
      attributes: { protocol: 'nostr', uri: 'nostr:note1' },
      text: '',
      children: [],
    };
    const protocols = (element: Element) =>
      childrenOf(element, 'podcast:socialInteract').map(({ attributes }) => attributes['protocol']);
    expect(protocols(item({}))).toEqual(['disabled']);
    expect(protocols(item({ feed: { ...usualEpisodeFeed, tags: [elsewhere] } }))).toEqual(['nostr']);
    const whole = withChannel({ feed: { ...usualShowFeed, tags: [elsewhere] } });
    expect(protocols(itemsOf(read(whole))[0]!)).toEqual([]);
  });

  it('has no tag of the namespace with a plain http address (P07)', () => {
    const plain = new Addresses('http://pod.example');
    const view = fullFeedView();
    const findings = checkFeed(xmlOf(toFeedView(view, plain), plain)).map(({ id }) => id);
    expect(findings).not.toContain('P07');
  });
});

describe('tags written by hand', () => {
  const tagged = (attributes: Record<string, string>) =>
    xmlOf(
      withChannel({ feed: { ...usualShowFeed, tags: [{ name: 'podcast:chat', attributes, text: '', children: [] }] } }),
    );

  it('give the same bytes however they were sent (H08)', () => {
    expect(tagged({ server: 'a.example', protocol: 'irc' })).toBe(tagged({ protocol: 'irc', server: 'a.example' }));
  });

  it('are left out when their schema refuses them', () => {
    expect(tagged({ server: 'a.example', protocol: 'icq' })).not.toContain('podcast:chat');
    expect(tagged({ server: 'a.example' })).not.toContain('podcast:chat');
  });
});
