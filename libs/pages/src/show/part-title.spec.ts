import { aShow, site } from '../pages.fixture.js';
import { showPage } from './show.page.js';
import type { ShowPart } from './show.view.js';

function headingOf(part: ShowPart, lang: 'fr' | 'en' = 'fr'): string {
  const view = { show: aShow(), episodes: [], page: 1, pages: 1, events: [], parts: [part], part };
  const { html } = showPage(site, lang, view);
  return /<h2 id="episodes">(.*?)<\/h2>/.exec(html)![1]!;
}

const english = [{ lang: 'en', name: 'Without a budget' }];
const series = { query: 'series=budget', texts: english, count: 2 };

describe('a season or mini-series of a show', () => {
  it('is named in the language that its name has', () => {
    expect(headingOf(series)).toBe('<span lang="en">Without a budget</span>');
    expect(headingOf(series, 'en')).toBe('<span>Without a budget</span>');
    expect(headingOf({ ...series, texts: [{ lang: 'fr', name: 'Sans budget : la suite ?' }] })).toBe(
      '<span>Sans budget\u00a0: la suite?</span>',
    );
  });

  it('is counted in the reader’s words', () => {
    const season = { query: 'season=2', season: 2, texts: english, count: 2 };
    expect(headingOf(season)).toBe('Saison 2 – <span lang="en">Without a budget</span>');
    expect(headingOf({ ...season, texts: [] })).toBe('Saison 2');
    expect(headingOf({ ...series, texts: [] })).toBe('series=budget');
  });
});
