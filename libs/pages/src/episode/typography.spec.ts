import { anEpisode, aShow, site } from '../pages.fixture.js';
import { episodePage } from './episode.page.js';

const typed = 'Vraiment ? « Oui » : à 21h42, 5 % des gens !';
const quebec = 'Vraiment? «\u00a0Oui\u00a0»\u00a0: à 21\u00a0h\u00a042, 5\u00a0% des gens!';
const france = 'Vraiment\u202f? «\u00a0Oui\u00a0»\u00a0: à 21\u00a0h\u00a042, 5\u00a0% des gens\u202f!';
const clip = {
  id: 'c',
  language: 'fr',
  startMs: 0,
  endMs: 9000,
  personIds: [],
  uses: { page: true, kit: true, feed: true },
};

/** Everything that people wrote, in the words of `typed`. */
function page(region: 'fr-CA' | 'fr-FR'): string {
  const text = {
    lang: 'fr',
    title: typed,
    slug: 'x',
    summary: typed,
    notes: typed,
    takeaways: [{ text: typed, atMs: 1 }],
  };
  const episode = anEpisode({
    ...{ texts: [text], showLanguage: region, language: region },
    chapters: [{ startMs: 0, title: typed, url: '' }],
    clips: [{ ...clip, texts: [{ lang: region, title: typed }] }],
  });
  const segment = { startMs: 0, endMs: 1, speaker: '', name: '', personId: null, text: typed };
  const transcript = { lang: region, isTimed: true, updatedAt: new Date(0), segments: [segment] };
  const { html } = episodePage(site, 'fr', { episode, show: aShow({ language: region }), related: [], transcript });
  return html.slice(html.indexOf('<article')).replace(/<script[^]*?<\/script>/g, '');
}
const times = (html: string, text: string) => html.split(text).length - 1;

describe('the typography of an episode’s own texts (`ux:K-12`)', () => {
  it.each([
    ['fr-CA', quebec],
    ['fr-FR', france],
  ] as const)('is that of %s in title, summary, takeaway, chapter, clip, notes and transcript', (region, wanted) => {
    const html = page(region);
    expect(times(html, wanted)).toBeGreaterThanOrEqual(7);
    expect(times(html, typed)).toBe(0);
  });
});
