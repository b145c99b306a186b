import type { EpisodeView, NowView } from '#libs/catalog';
import { anAppearance, anEpisode, anEvent, aPerson, aShow, aTalk, site } from '../pages.fixture.js';
import { episodePage, type EpisodePageView } from './episode.page.js';

/** JSON as it was read. */
type Node = { [name: string]: string & number & Node & Node[] };

function graph(view: Partial<EpisodePageView> & { episode: EpisodeView }): Node[] {
  const { html } = episodePage(site, 'fr', { show: aShow(), related: [], ...view });
  const [, json] = /<script type="application\/ld\+json">([^]*?)<\/script>/.exec(html)!;
  return (JSON.parse(json!) as { '@graph': Node[] })['@graph'];
}
const ofType = (nodes: Node[], type: string) => nodes.find((node) => node['@type'] === type);
const url = 'https://estrade.example/fr/mnc/87-des-dates-plutot-que-des-logos';
const clip = {
  ...{ id: 'c1', language: 'en', personIds: [], uses: { page: true, kit: true, feed: true } },
  texts: [{ lang: 'fr', title: 'La date' }],
};
const film = {
  ...{ kind: 'video' as const, key: 'video/r1.mp4', mime: 'video/mp4', bytes: 9, durationMs: 900_000 },
  ...{ bitrate: 1, sha256: 'a' },
};

describe('what a page tells machines', () => {
  it('is an episode of its show, in its mini-series, with its takeaways as abstract', () => {
    const [first] = anEpisode().texts;
    const texts = [{ ...first!, lang: 'fr', takeaways: [{ text: 'Une', atMs: 1 }, { text: 'Deux', atMs: null }] }]; // prettier-ignore
    const series = { id: 's', slug: 'deux', part: 1, parts: 2, texts: [{ lang: 'fr', name: 'Sans budget' }] };
    const episode = ofType(graph({ episode: anEpisode({ texts, series }) }), 'PodcastEpisode')!;
    expect(episode).toMatchObject({
      ...{ abstract: 'Une\nDeux', episodeNumber: 87, timeRequired: 'PT45M12S', inLanguage: 'en', position: 1 },
      partOfSeries: { '@type': 'PodcastSeries', '@id': 'https://estrade.example/fr/mnc#show' },
      isPartOf: { '@type': 'CreativeWorkSeries', name: 'Sans budget' },
    });
    expect(episode['datePublished']).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
  });

  it('has the sound with its size, captions and words, and no words that are too long', () => {
    const transcripts = [{ lang: 'en', isTimed: true, updatedAt: new Date(0) }];
    const transcript = (text: string) => ({
      ...{ lang: 'en', isTimed: true, updatedAt: new Date(0) },
      segments: [{ startMs: 0, endMs: 1, speaker: '', name: '', personId: null, text }],
    });
    const audio = (text: string) => {
      const nodes = graph({ episode: anEpisode({ transcripts }), transcript: transcript(text) });
      return ofType(ofType(nodes, 'PodcastEpisode')!['associatedMedia'], 'AudioObject')!;
    };
    expect(audio('Hello.')).toMatchObject({
      ...{ '@id': `${url}#audio`, contentSize: '43 MB', duration: 'PT45M12S', transcript: 'Hello.' },
      caption: [{ encodingFormat: 'text/vtt', inLanguage: 'en' }],
    });
    expect(audio('x'.repeat(60_000))['transcript']).toBeUndefined();
  });

  it('has clips, the place to start and chapters, no two of which begin in the same second', () => {
    const clips = [{ ...clip, startMs: 1_084_400, endMs: 1_110_000 }];
    const nodes = graph({ episode: anEpisode({ clips, startHereMs: 600_000 }) });
    const parts = ofType(nodes, 'PodcastEpisode')!['hasPart'] as Node[];
    expect(parts.map(({ startOffset, name }) => [startOffset, name])).toEqual([
      [0, 'Hello'],
      [250, 'Why dates beat logos'],
      [600, 'Why dates beat logos'],
      [1084, 'La date'],
    ]);
    for (const part of parts) {
      expect(part['endOffset']).toBeGreaterThan(part['startOffset']);
      expect(part['url']).toBe(`${url}?t=${part['startOffset']}`);
    }
  });

  it('dates every role, and never says bare for whom somebody works (`ux:K-28`)', () => {
    const now = new Map<string, NowView>([
      ['p1', { title: 'VP', organisation: 'Nordique', organisationUrl: '', since: '2025-01-01' }],
    ]);
    const nodes = graph({ episode: anEpisode(), now });
    expect(ofType(nodes, 'PodcastEpisode')!['contributor']).toEqual([
      {
        ...{ '@type': 'Role', roleName: 'guest', startDate: '2024-03-12' },
        contributor: { '@id': 'https://estrade.example/fr/g/melanie-roy#person' },
      },
    ]);
    expect(ofType(nodes, 'Person')!['worksFor']).toMatchObject([
      { '@type': 'OrganizationRole', startDate: '2024-03-12', endDate: '2024-03-12', worksFor: { name: 'Compagnie Boréale' } }, // prettier-ignore
      { '@type': 'OrganizationRole', startDate: '2025-01-01', worksFor: { name: 'Nordique' } },
    ]);
    const hidden = anAppearance({ organisation: '', organisationInNotes: 'Boréale' });
    const silent = JSON.stringify(graph({ episode: anEpisode({ appearances: [hidden] }), now }));
    expect(silent).not.toMatch(/Boréale|Nordique|worksFor/);
    const twice = [anAppearance(), anAppearance({ role: 'host' })];
    const persons = graph({ episode: anEpisode({ appearances: twice }) }).filter((n) => n['@type'] === 'Person');
    expect(persons).toHaveLength(1);
  });

  it('has the film of a talk with a way to seek in it, and the event', () => {
    const enclosure = { ...anEpisode().enclosure!, alternates: [film] };
    const event = anEvent();
    const nodes = graph({ episode: aTalk({ enclosure, coverKey: 'image/a.jpg' }), event });
    const video = ofType(nodes, 'VideoObject')!;
    expect(video).toMatchObject({
      ...{ duration: 'PT15M', contentUrl: expect.stringMatching(/^https:.*\.mp4$/) },
      thumbnailUrl: [expect.stringMatching(/^https:/)],
      embedUrl: expect.stringMatching(/^https:.*\/embed\//),
      potentialAction: {
        '@type': 'SeekToAction',
        target: expect.stringMatching(/\?t=\{seek_to_second_number\}$/),
        'startOffset-input': 'required name=seek_to_second_number',
      },
    });
    expect(Number.isNaN(Date.parse(video['uploadDate'] as string))).toBe(false);
    expect(ofType(nodes, 'PodcastEpisode')!['recordedAt']).toMatchObject({ '@type': 'Event' });
    expect(ofType(graph({ episode: aTalk({ enclosure }), event }), 'VideoObject')).toBeUndefined();
  });

  it('lets no text end the block', () => {
    const evil = '</script><script>alert(1)//';
    const nodes = graph({
      episode: anEpisode({
        texts: [{ lang: 'fr', title: evil, slug: 'x', summary: evil, notes: '', takeaways: [{ text: evil, atMs: 0 }] }],
        appearances: [anAppearance({ person: aPerson({ name: evil }) })],
      }),
    });
    expect(ofType(nodes, 'PodcastEpisode')!['abstract']).toBe(evil);
  });
});
