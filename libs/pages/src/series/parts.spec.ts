import type { EpisodeView, SeriesPart } from '#libs/catalog';
import { episodePage } from '../episode/episode.page.js';
import { anEpisode, aShow, site } from '../pages.fixture.js';

const series = (part: number) => ({ id: 's', slug: 'x', part, parts: 3, texts: [{ lang: 'fr', name: 'Sans budget' }] });
const first = anEpisode({ series: series(1) });
const second = anEpisode({
  id: 'e2',
  series: series(2),
  texts: [{ lang: 'fr', title: 'La suite', slug: '88-la-suite', summary: '', notes: '', takeaways: [] }],
});
const coming: SeriesPart = { part: 3, isThis: false, state: 'coming', episode: null, releaseAt: null };
const part = (episode: EpisodeView, over: Partial<SeriesPart> = {}): SeriesPart => ({
  ...{ part: episode.series!.part, isThis: false, state: 'out', episode, releaseAt: null },
  ...over,
});
function blockOf(parts: SeriesPart[], lang: 'fr' | 'en' = 'fr'): string {
  const { html } = episodePage(site, lang, { episode: first, show: aShow(), related: [], parts });
  return /<section class="block parts"[^]*?<\/section>/.exec(html)?.[0] ?? '';
}

describe('the block of a mini-series', () => {
  const html = blockOf([part(first, { isThis: true }), part(second), coming]);

  it('says which part this is, which are out and which are only known to come', () => {
    expect(html).toMatch(/Minisérie en 3 parties[^]*Sans budget[^]*aria-current="page"[^]*Vous êtes ici/);
    expect(html).toContain('href="/fr/mnc/88-la-suite"');
    expect(html).toMatch(/is-coming[^]*Partie 3[^]*À venir/);
  });

  it('lists the chapters of the other parts with their moments there, and this one’s on the page itself', () => {
    expect(html).toContain('3 chapitres de la partie 2');
    expect(html).toContain('href="/fr/mnc/88-la-suite?t=1084"');
    expect(html.match(/part-chapters/g)).toHaveLength(1);
  });

  it('leads on to the next part, where a script may go on by itself for who wants that', () => {
    expect(html).toMatch(/href="\/fr\/mnc\/88-la-suite" data-next-part="">Partie 2\u00a0: écouter la suite/);
    expect(html).toMatch(/data-go-on="" hidden=""><input type="checkbox"/);
    const last = blockOf([part(first, { isThis: true }), coming]);
    expect(last).not.toContain('data-next-part');
  });

  it('tells of an announced part its title and when it comes, never its chapters', () => {
    const releaseAt = new Date('2026-05-14T11:00:00Z');
    const announced = part(second, { state: 'announced', releaseAt });
    const block = blockOf([part(first, { isThis: true }), announced, coming]);
    expect(block).toContain('La suite jeudi 14 mai à 7\u00a0h (heure de Montréal)');
    expect(block).toMatch(/<time dateTime="2026-05-14T11:00:00.000Z" [^>]*data-zones="America\/Montreal">La suite/);
    expect(block).toMatch(/<form[^]*release\.ics/);
    expect(block).not.toMatch(/part-chapters|data-next-part/);
    expect(blockOf([part(first, { isThis: true }), announced], 'en')).toMatch(/Thursday,? May 14/);
  });

  it('is not there for one part alone', () => {
    expect(blockOf([part(first, { isThis: true })])).toBe('');
  });
});
