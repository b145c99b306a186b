import { growthOf, steadyGrowth } from '../../../../test/growth.js';
import { apps, toApp } from './app.plan.js';

describe('the app behind a User-Agent', () => {
  it.each([
    ['iTMS', 'apple-podcasts'],
    ['Podcasts/1650.20 CFNetwork/1410.0.3 Darwin/22.6.0', 'apple-podcasts'],
    ['AppleCoreMedia/1.0.0.20G75 (iPhone; U; CPU OS 16_6 like Mac OS X)', 'apple-podcasts'],
    ['iTunes/12.9.5 (Windows)', 'apple-podcasts'],
    ['Overcast/1.0 Podcast Sync (12 subscribers; feed-id=1234; +http://overcast.fm/)', 'overcast'],
    ['Overcast/3.0 (+http://overcast.fm/; iOS podcast app)', 'overcast'],
    ['Pocket Casts', 'pocket-casts'],
    ['PocketCasts/1.0 (Pocket Casts Feed Parser; +http://pocketcasts.com/)', 'pocket-casts'],
    ['AntennaPod/3.4.0', 'antennapod'],
    ['Podcast Addict/v5 (Android)', 'podcast-addict'],
    ['PodcastAddict/v2 - Dalvik/2.1.0', 'podcast-addict'],
    ['Podverse/Feed Parser', 'podverse'],
    ['Fountain/1.0', 'fountain'],
    ['Castro 2022.2 Feed Fetcher', 'castro'],
    ['gPodder/3.11.1 (http://gpodder.org/) Linux', 'gpodder'],
    ['Spotify/1.0', 'spotify'],
    ['YouTube-Podcasts', 'youtube'],
    ['Amazon Music Podcast', 'amazon'],
    ['Deezer Podcasters/1.0', 'deezer'],
    ['Podcastindex.org/bot', 'podcast-index'],
    ['aggrivate/1.0 (PodcastIndex.org)', 'podcast-index'],
    ['Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)', 'google-bot'],
    ['FeedFetcher-Google; (+http://www.google.com/feedfetcher.html)', 'google-bot'],
    ['Mozilla/5.0 (compatible; bingbot/2.0)', 'bot'],
    ['curl/8.1', 'bot'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0', 'browser'],
    ['', 'other'],
    [undefined, 'other'],
    ['Something new', 'other'],
  ])('%j is %s', (userAgent, app) => {
    expect(toApp(userAgent)).toBe(app);
  });

  it('is decided by the first 512 characters, however long it is', () => {
    expect(toApp(`${'x'.repeat(600)}Overcast`)).toBe('other');
    expect(growthOf((length) => toApp('Mozilla/'.repeat(length)), 1_000_000)).toBeLessThan(steadyGrowth);
  });

  it('is one of a list without doubles', () => {
    expect(new Set(apps).size).toBe(apps.length);
  });
});
