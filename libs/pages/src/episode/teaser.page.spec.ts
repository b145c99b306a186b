import { anEpisode, aShow, site } from '../pages.fixture.js';
import { teaserPage, type TeaserPageView } from './teaser.page.js';

const releaseAt = new Date('2026-05-14T11:00:00Z');
const page = (view: Partial<TeaserPageView> = {}, lang: 'fr' | 'en' = 'fr') =>
  teaserPage(site, lang, { episode: anEpisode(), show: aShow(), releaseAt, ...view }).html;

describe('the page before the release', () => {
  it('names its clip in the language of its title', () => {
    const clip = { source: '/m/x/clip/y.mp3', title: 'Why dates beat logos', lang: 'en', durationMs: 30_000 };
    expect(page({ clip })).toContain('<b lang="en">Why dates beat logos</b>');
    expect(page({ clip }, 'en')).toContain('<b>Why dates beat logos</b>');
  });

  it('tells the time in two zones, which readers there have not to be told again', () => {
    const when = (zone: string, lang?: 'fr' | 'en') =>
      /<p class="teaser-when">(.*?)<\/p>/.exec(page({ show: aShow({ timeZone: zone }) }, lang))![1];
    expect(when('America/Montreal')).toMatch(
      /^<time dateTime="2026-05-14T11:00:00\.000Z" data-own-time="Pour vous\u00a0: \{when\}" data-zones="America\/Montreal Europe\/Paris">jeudi 14 mai, 7\u00a0h à Montréal, 13\u00a0h à Paris<span class="own-time"><\/span><\/time>$/,
    );
    expect(when('Europe/Zurich', 'en')).toContain('"For you: {when}" data-zones="Europe/Zurich America/Montreal"');
    expect(page({ releaseAt: null })).not.toContain('data-own-time');
  });
});
