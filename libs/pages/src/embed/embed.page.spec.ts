import type { EpisodeView } from '#libs/catalog';
import { anEpisode, aShow, site } from '../pages.fixture.js';
import { embedPage } from './embed.page.js';

const page = (episode: Partial<EpisodeView> = {}) =>
  embedPage(site, { region: 'fr-FR' }, { episode: anEpisode(episode), show: aShow() }).html;
const film = {
  ...{ kind: 'video' as const, key: 'video/r1.mp4', mime: 'video/mp4', bytes: 9, durationMs: 900_000 },
  ...{ bitrate: 1, sha256: 'a' },
};
const enclosure = { ...anEpisode().enclosure!, alternates: [film] };
const transcripts = [{ lang: 'fr', isTimed: true, updatedAt: new Date(0) }];
const controlsOf = (html: string) => /<div class="small".*?<\/div>/.exec(html)![0];

describe('the embedded player', () => {
  it('sets its title as the region wants', () => {
    const [, french] = anEpisode().texts;
    const html = page({ texts: [{ ...french!, title: 'Vraiment ? Oui : demain' }] });
    expect(html).toContain('<span>Vraiment\u202f? Oui\u00a0: demain</span></a></h1>');
    expect(html).toContain('<title>Vraiment\u202f? Oui\u00a0: demain</title>');
  });

  it('says the language of a title alone, not of the words around it', () => {
    const html = page({ texts: [anEpisode().texts[0]!] });
    expect(html).toContain('<span lang="en">Dates instead of logos</span></a></h1>');
    expect(html).toContain('<main class="embed">');
  });

  it('has volume, captions and full screen for a film, captions only where there are some, and none of them for sound', () => {
    const controls = controlsOf(page({ enclosure, transcripts }));
    expect(controls).toMatch(/Volume<\/span><input type="range"[^]*Sous-titres" aria-pressed="false"[^]*Plein écran"/);
    expect(controlsOf(page({ enclosure }))).not.toContain('Sous-titres');
    expect(controlsOf(page({ transcripts }))).not.toMatch(/Volume|Sous-titres|Plein écran/);
  });
});
