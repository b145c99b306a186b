import { isPublicHost, toPodcastGuid } from './podcast-guid.plan.js';

describe('the podcast:guid', () => {
  it.each([
    ['https://mp3s.nashownotes.com/pc20rss.xml', '917393e3-1b1e-5cef-ace4-edaa54e1f810'],
    ['https://podnews.net/rss', '9b024349-ccf0-5f69-a609-6b82873eab3c'],
  ])('is what the specification computes for %s (feed:P12)', (url, guid) => {
    expect(toPodcastGuid(url)).toBe(guid);
    expect(toPodcastGuid(`${url.replace('https', 'http')}/`)).toBe(guid);
  });

  it('differs for each trial on a host that is not public', () => {
    expect(toPodcastGuid('http://localhost:3000/a/feed.xml')).not.toBe(
      toPodcastGuid('http://localhost:3000/a/feed.xml'),
    );
  });

  it.each([
    ['localhost', false],
    ['127.0.0.1', false],
    ['192.168.1.4', false],
    ['172.20.0.1', false],
    ['[::1]', false],
    ['studio.local', false],
    ['web', false],
    ['estrade.example.org', true],
    ['8.8.8.8', true],
    ['[2001:4860:4860::8888]', true],
  ])('takes %s for public: %s', (host, expected) => {
    expect(isPublicHost(host)).toBe(expected);
  });
});
