import { isLinkOf, listenApps, listenWays } from './listen-apps.js';

const feed = 'https://estrade.example/mnc/feed.xml';

describe('the apps to listen in', () => {
  it('open a feed by the address that each has for it (ux 5.3)', () => {
    const ways = Object.fromEntries(listenWays(feed, []).map(({ app, href }) => [app, href]));
    expect(ways).toEqual({
      apple: 'podcast://estrade.example/mnc/feed.xml',
      pocketcasts: 'pktc://subscribe/estrade.example/mnc/feed.xml',
      overcast: 'overcast://x-callback-url/add?url=https%3A%2F%2Festrade.example%2Fmnc%2Ffeed.xml',
      antennapod: 'https://antennapod.org/deeplink/subscribe?url=https%3A%2F%2Festrade.example%2Fmnc%2Ffeed.xml',
      podcastaddict: 'podcastaddict://estrade.example/mnc/feed.xml',
    });
  });

  it('prefer the link that the producer stored, and know what only an app understands', () => {
    const links = [
      { app: 'apple', url: 'https://podcasts.apple.com/ca/podcast/id123' },
      { app: 'spotify', url: 'https://open.spotify.com/show/abc' },
    ];
    const ways = listenWays(feed, links);
    expect(ways.find(({ app }) => app === 'apple')).toMatchObject({ href: links[0]!.url, isScheme: false });
    expect(ways.find(({ app }) => app === 'spotify')).toMatchObject({ href: links[1]!.url, isScheme: false });
    expect(ways.find(({ app }) => app === 'overcast')).toMatchObject({ isScheme: true });
  });

  it.each([
    ['spotify', 'https://open.spotify.com/show/a', true],
    ['spotify', 'http://open.spotify.com/show/a', false],
    ['spotify', 'https://open.spotify.com.evil.example/show/a', false],
    ['spotify', 'javascript:alert(1)', false],
    ['youtube', 'https://www.youtube.com/@x', true],
    ['nobody', 'https://www.youtube.com/@x', false],
  ])('take for %s the address %s: %s', (app, url, isTaken) => {
    expect(isLinkOf(app, url)).toBe(isTaken);
  });

  it('have a name each, once', () => {
    expect(new Set(listenApps.map(({ app }) => app)).size).toBe(listenApps.length);
  });
});
