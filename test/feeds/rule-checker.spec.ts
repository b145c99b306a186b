import { Addresses } from '#libs/catalog';
import { buildFeedXml } from '#libs/feeds';
import { breakingExamples } from './breaking-examples.js';
import { checkFeed, documentRules } from './rules/check.js';
import { parseRfc2822 } from './rules/date.js';
import { findImbalance, readTags } from './rules/html.js';
import { toGuid } from './rules/namespace-parts.rules.js';
import { showFeedView, showView, toFeedView } from './views.js';

const addresses = new Addresses('https://pod.example');
const sound = buildFeedXml(toFeedView(showFeedView(), addresses), addresses, new Date('2026-11-22T10:00:00Z')).xml;
const firstUrl = 'https://pod.example/first.xml';
/** The feed with the guid of its first address, so that P12 can be broken. */
const failing = (xml: string) =>
  new Set(checkFeed(xml.replaceAll(showView().podcastGuid!, toGuid(firstUrl)), { firstUrl }).map(({ id }) => id));

describe('the rule checker', () => {
  it('finds nothing in a sound feed', () => {
    expect(checkFeed(sound)).toEqual([]);
  });

  it('has a breaking example for each of its rules', () => {
    expect(Object.keys(breakingExamples).sort()).toEqual(documentRules.map(({ id }) => id).sort());
  });

  it.each(Object.keys(breakingExamples))('notices a feed that breaks %s', (id) => {
    const broken = breakingExamples[id]!(sound);
    expect(broken).not.toBe(sound);
    expect(failing(broken)).toContain(id);
  });

  it('notices bytes that are not UTF-8, and a byte order mark', () => {
    const latin = Buffer.from(sound.replace('Mélanie', 'M\u0000lanie'), 'utf8');
    latin[latin.indexOf(0)] = 0xe9;
    expect(checkFeed(latin).map(({ id }) => id)).toContain('X03');
    expect(failing(`\ufeff${sound}`)).toContain('X05');
  });

  it.each([
    ['an undefined entity', 'title="Bonjour"', 'title="&nbsp;"'],
    ['a bare ampersand', 'title="Bonjour"', 'title="A & B"'],
    ['an undeclared prefix', '<generator>', '<media:x/><generator>'],
    ['a control character as a reference', 'title="Bonjour"', 'title="&#11;"'],
    ['a second root', '</rss>', '</rss><rss/>'],
    ['U+FFFE', 'Bonjour', '\ufffe'],
  ])('takes %s for no XML (X01)', (_, from, to) => {
    expect([...failing(sound.replace(from, to))]).toEqual(['X01']);
  });

  it('takes the alias of the podcast namespace for the same (X04)', () => {
    const alias = 'https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md';
    const findings = checkFeed(sound.replace('https://podcastindex.org/namespace/1.0', alias));
    expect(findings.map(({ id }) => id)).toEqual(['X04']);
  });
});

describe('its small readers', () => {
  it('make the guids that the namespace gives as examples (P12)', () => {
    expect(toGuid('https://mp3s.nashownotes.com/pc20rss.xml')).toBe('917393e3-1b1e-5cef-ace4-edaa54e1f810');
    expect(toGuid('https://podnews.net/rss/')).toBe('9b024349-ccf0-5f69-a609-6b82873eab3c');
  });

  it('want a weekday that is right', () => {
    expect(parseRfc2822('Sun, 22 Nov 2026 10:00:00 +0130')).toEqual(new Date('2026-11-22T08:30:00Z'));
    expect(parseRfc2822('Mon, 22 Nov 2026 10:00:00 GMT')).toBeUndefined();
    expect(parseRfc2822('Sun, 22 Nov 2026 24:00:00 GMT')).toBeUndefined();
    expect(parseRfc2822('Tue, 31 Feb 2026 10:00:00 GMT')).toBeUndefined();
    expect(parseRfc2822('2026-11-22T10:00:00Z')).toBeUndefined();
  });

  it('see through quotes and entities of HTML', () => {
    expect(readTags('<a href="a>b" onclick=x>')).toEqual([
      { name: 'a', isClosing: false, attributes: { href: 'a>b', onclick: 'x' } },
    ]);
    expect(findImbalance('<p>a<br>b</p>')).toBeUndefined();
    expect(findImbalance('<p><b>a</p></b>')).toBe('</p> closes nothing');
    expect(findImbalance('<p>a</p><a hre')).toBe('ends inside a tag');
  });
});
