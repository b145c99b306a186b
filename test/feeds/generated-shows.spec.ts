import { Addresses } from '#libs/catalog';
import { buildFeedXml } from '#libs/feeds';
import { checkFeed, findBreaches } from './rules/check.js';
import { randomFeedView } from './random-view.js';
import { type Content, episodeView, eventFeedView, showFeedView, showView, toFeedView } from './views.js';

const addresses = new Addresses('https://pod.example');
const changedAt = new Date('2026-11-22T10:00:00Z');
const build = (view: Content, at = addresses) => buildFeedXml(toFeedView(view, at), at, changedAt).xml;

describe('any show we can think of', () => {
  it.each(Array.from({ length: 15 }, (_, i) => i * 10))('makes a feed that breaks no MUST (seeds from %i)', (first) => {
    for (let seed = first; seed < first + 10; seed += 1) {
      expect({ seed, breaches: findBreaches(build(randomFeedView(seed))) }).toEqual({ seed, breaches: [] });
    }
  });

  it('keeps the rules of HTML, length and white space that are only a SHOULD as well', () => {
    const kept = ['X05', 'X06', 'X12', 'C09', 'C10', 'C12', 'I12', 'I14', 'I16', 'I17', 'I20', 'I24', 'I26', 'I28'];
    const ours = [...kept, 'P01', 'P06', 'P08', 'P09', 'P11', 'P13', 'P20', 'P22'];
    for (let seed = 1000; seed < 1050; seed += 1) {
      const findings = checkFeed(build(randomFeedView(seed))).filter(({ id }) => ours.includes(id));
      expect({ seed, findings }).toEqual({ seed, findings: [] });
    }
  });
});

describe('an ordinary show', () => {
  it('breaks no rule at all, not even a SHOULD', () => {
    expect(checkFeed(build(showFeedView()), { url: 'https://pod.example/dates-not-logos/feed.xml' })).toEqual([]);
  });

  it('breaks none as an event either', () => {
    expect(checkFeed(build(eventFeedView()), { url: 'https://pod.example/e/t2m-2026/feed.xml' })).toEqual([]);
  });

  it('leaves out the owner when no address is shown (feed:C18, abuse:A56)', () => {
    const xml = build({ ...showFeedView(), show: showView({ ownerEmail: '' }) });
    expect(xml).not.toMatch(/itunes:owner|owner=|sam@show/);
    expect(checkFeed(xml).map(({ id }) => id)).toEqual(['C18']);
  });

  it.each(['draft', 'scheduled', 'withdrawn'] as const)('never lists an episode that is %s (abuse:A31)', (state) => {
    const view = showFeedView();
    const before = build(view);
    view.episodes.push(episodeView(3, { state }));
    expect(build(view)).toBe(before);
  });

  it('never lists an episode without a file', () => {
    const view = showFeedView();
    view.episodes.push(episodeView(3, { enclosure: null }));
    expect(buildFeedXml(toFeedView(view, addresses), addresses, changedAt).itemCount).toBe(2);
  });

  it('leaves chapters and portraits out of the podcast namespace on a plain-http address of a network (feed:P07)', () => {
    const xml = build(showFeedView(), new Addresses('http://192.168.1.5:3000'));
    expect(findBreaches(xml)).toEqual([]);
    expect(xml).not.toContain('podcast:chapters');
    expect(xml).toContain('psc:chapters');
  });

  it('writes addresses of an international domain in ASCII (feed:C23)', () => {
    expect(findBreaches(build(showFeedView(), new Addresses('https://café.example')))).toEqual([]);
  });

  it('is valid but for the missing episode when nothing is published yet (feed:I01)', () => {
    expect(findBreaches(build({ ...showFeedView(), episodes: [] }))).toEqual(['I01: no episode']);
  });

  it('calls a serial show episodic while a full episode has no number (feed:C14)', () => {
    const serial = showView({ type: 'serial' });
    expect(build({ show: serial, event: null, episodes: [episodeView(1)] })).toContain('<itunes:type>serial<');
    expect(build({ show: serial, event: null, episodes: [episodeView(1, { number: null })] })).toContain('>episodic<');
  });
});

describe('the same content', () => {
  it('is the same bytes at any time (feed:H08)', () => {
    expect(build(showFeedView())).toBe(build(showFeedView()));
  });

  it('is the same bytes in any order of reading', () => {
    const view = showFeedView();
    expect(build({ ...view, episodes: [...view.episodes].reverse() })).toBe(build(view));
  });

  it('says when it changed, also under a title that contains the element', () => {
    const title = '<lastBuildDate>never</lastBuildDate>';
    const view = showFeedView();
    view.show.texts[0]!.title = title;
    expect(build(view)).toContain(`<title><![CDATA[${title}]]></title>`);
    expect(build(view)).toContain('<lastBuildDate>Sun, 22 Nov 2026 10:00:00 GMT</lastBuildDate>');
  });
});
