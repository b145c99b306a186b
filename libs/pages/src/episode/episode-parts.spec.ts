import { type EpisodeView, toRelatedEpisode, type TranscriptView } from '#libs/catalog';
import { anAppearance, anEpisode, aPerson, aShow, site } from '../pages.fixture.js';
import type { Site } from '../site/site.js';
import { episodePage, type EpisodePageView } from './episode.page.js';

function page(
  episode: Partial<EpisodeView> = {},
  view: Partial<EpisodePageView> = {},
  lang: 'fr' | 'en' = 'fr',
): string {
  return episodePage(site, lang, { episode: anEpisode(episode), show: aShow(), related: [], ...view }).html;
}
const sectionOf = (html: string, name: string) =>
  new RegExp(`<section class="block[^"]*" aria-labelledby="${name}"[^]*?</section>`).exec(html)?.[0] ?? '';

describe('the parts of an episode’s page', () => {
  it('tell paper where the sound is, as an address and as a code that only paper fetches (`ux` 3.11)', () => {
    const [paper] = /<div class="on-paper">.*?<\/div>/.exec(page())!;
    expect(paper).toMatch(/<img src="\/embed\/[^"]+\/qr\.svg\?lang=fr"[^>]*loading="lazy"/);
    expect(paper).toMatch(/<br\/>[^<:]+\/fr\/[^<]+<\/p>/);
    expect(page()).toMatch(/\.on-paper\{display:none\}/);
  });

  it('lead a phone to the moment in the time of this release, once the first one had another', () => {
    expect(page({}, { startAt: 600 })).toMatch(/data-phone="\/embed\/[^"?]+\/qr\.svg\?lang=fr"/);
    const html = page({ timeLinks: { first: 1, version: 3, older: [] } }, { startAt: 600 });
    expect(html).toMatch(/data-phone="[^"]+\?lang=fr&amp;r=3"[^]*?<img src="[^"]+\?lang=fr&amp;r=3&amp;t=600"/);
  });

  it('name the mini player’s title in its language', () => {
    const english = { texts: [anEpisode().texts[0]!] };
    expect(page(english)).toContain('<span lang="en" class="mini-title">Dates instead of logos</span>');
    expect(page()).toMatch(/<span class="mini-title">Des dates plutôt que des logos\u00a0: /);
  });

  it('come in the order of a listener’s questions (`ux` 3.1)', () => {
    const [, text] = anEpisode().texts;
    const html = page(
      {
        texts: [{ ...text!, takeaways: [{ text: 'Une date se tient.', atMs: 600_000 }] }],
        soundNotes: [{ kind: 'muffled', where: 'start', startMs: 0, endMs: 9_000, skipToMs: 9_000 }] as never,
        licences: ['Musique : A'],
      },
      {
        transcript: talk(2),
        related: [{ episode: toRelatedEpisode(anEpisode({ id: 'x' })), reasons: [{ kind: 'show' }] }],
      },
    );
    const order = [
      'class="crumbs',
      '<h1',
      'class="person"',
      'class="disclaimer"',
      'class="what"',
      'data-player',
      'sound-note',
    ];
    const then = ['block summary', 'id="takeaways"', 'class="acts"', 'id="chapters"', 'id="notes"', 'id="transcript"'];
    const last = ['id="credits"', 'id="related"', 'id="share"', 'id="yours"'];
    const body = html.slice(html.indexOf('<body'));
    const places = [...order, ...then, ...last].map((part) => [part, body.indexOf(part)] as const);
    expect(places.filter(([, at]) => at < 0)).toEqual([]);
    expect(places.map(([part]) => part)).toEqual([...places].sort((a, b) => a[1] - b[1]).map(([part]) => part));
  });

  it('say each takeaway with its moment, and how long it takes to read and to hear (L-03)', () => {
    const [, text] = anEpisode().texts;
    const takeaways = [{ text: 'Une date se tient.', atMs: 600_000 }, { text: 'Deux.', atMs: null }]; // prettier-ignore
    const block = sectionOf(page({ texts: [{ ...text!, takeaways }] }), 'takeaways');
    expect(block).toContain('1 min de lecture · 45\u00a0min d’écoute');
    expect(block).toContain('href="?t=600" data-go="600">10:00</a>');
    expect(block.match(/<a /g)).toHaveLength(1);
    expect(page()).not.toContain('id="takeaways"');
  });

  it('say what somebody was then and is now, and under the name what they want said (2.10)', () => {
    const now = new Map([['p1', { title: 'VP', organisation: 'Nordique', organisationUrl: '', since: null }]]);
    const html = page({}, { now });
    expect(html).toMatch(/Directrice du marketing, Compagnie Boréale<\/span><em> en mars 2024<\/em>/);
    expect(html).toMatch(/Aujourd’hui\u00a0: VP, Nordique<\/p><p class="disclaimer">/);
    const head = html.slice(0, html.indexOf('</head>'));
    expect(head).not.toContain('nouvel employeur');
    const hidden = anAppearance({ organisation: '', organisationInNotes: 'Boréale' });
    expect(page({ appearances: [hidden] }, { now })).not.toMatch(/Boréale|Nordique/);
  });

  it('have the transcript in full, the rest folded after six paragraphs, each with a link and the speaker’s role once (L-09)', () => {
    const html = page(
      { appearances: [anAppearance({ person: aPerson({ name: 'Mélanie Roy' }) })] },
      { transcript: talk(12) },
    );
    const block = sectionOf(html, 'transcript');
    expect(block).toMatch(/id="p-6"[^]*<details class="more-talk"><summary>[^]*id="p-7"/);
    expect(block).toContain('href="?t=660"');
    expect(block).toContain('Phrase 12.');
    expect(block.match(/à l’entrevue/g)).toHaveLength(1);
    const noted = { soundNotes: [{ kind: 'muffled', where: 'start', startMs: 0, endMs: 9, skipToMs: 9 }] as never };
    expect(page(noted, { transcript: talk(12) })).toContain('<details class="more-talk" open="">');
  });

  it('say of what is related why, in words, and in which language it is (L-15)', () => {
    const other = toRelatedEpisode(anEpisode({ id: 'x', tags: [] }));
    const related = [
      {
        episode: other,
        reasons: [
          { kind: 'guest' as const, personId: 'p1' },
          { kind: 'tag' as const, slug: 'mesure' },
        ],
      },
    ];
    const block = sectionOf(page({ tags: [{ slug: 'mesure', name: 'Mesure' }] }, { related }), 'related');
    expect(block).toContain('Aussi avec Mélanie Roy · Aussi sur Mesure');
    expect(block).toContain('anglais\u00a0· 45\u00a0min');
  });

  it('name files with what they are and how large, and only offer them to be saved', () => {
    const file = { id: 'f1', name: 'diapos.pdf', key: 'k', kind: 'pdf' as const, bytes: 2_400_000, previewKey: null };
    const files = [{ ...file, labels: [{ lang: 'fr', text: 'Diapositives' }] }] as unknown as EpisodeView['files'];
    const block = sectionOf(page({ files }), 'files');
    expect(block).toContain('/file/f1/diapos.pdf" download="diapos.pdf"');
    expect(block).toMatch(/Diapositives[^]*PDF, 2,4\u00a0Mo/);
  });

  it('say in the reader’s language what is in another one, and mark it (L-02)', () => {
    const html = page(
      { language: 'en', transcripts: [{ lang: 'en', isTimed: true, updatedAt: new Date(0) }] },
      { transcript: { ...talk(2), lang: 'en' } },
    );
    expect(html).toContain('Entretien en anglais · 45\u00a0min · transcription');
    expect(html).toContain('Transcription en anglais');
    expect(html).toMatch(/class="talk-text timed" lang="en"/);
  });
});

describe('who speaks in an episode and has no link at hand', () => {
  const usual = aShow().page;
  const entry = (contact: string, over: Partial<Site> = {}, lang: 'fr' | 'en' = 'fr') => {
    const show = aShow({ page: { ...usual, contact } });
    return sectionOf(
      episodePage({ ...site, ...over }, lang, { episode: anEpisode(), show, related: [] }).html,
      'yours',
    );
  };

  it('is led to whom the show names, by mail or by its page', () => {
    expect(entry('eve@example.org')).toContain('<a href="mailto:eve@example.org">Vous ne l’avez pas?');
    expect(entry(' https://example.org/ecrire ')).toContain('<a href="https://example.org/ecrire">');
  });

  it('reads the sentence that the show prints instead of an address, in its own language', () => {
    const block = entry('Write to Eve <b>at</b> the desk.', { mail: 'site@example.org' });
    expect(block).not.toContain('<a ');
    expect(block).toMatch(/Vous ne l’avez pas\?[^<]*<\/p><div lang="en-CA"><p>Write to Eve [^]*the desk\.<\/p>/);
    expect(entry('Write to [Eve](https://example.org/eve).')).toContain('<a href="https://example.org/eve"');
  });

  it('is led to the site’s page for contact only where there is one', () => {
    const page = '<a href="/fr/contact">';
    expect(entry('', { mail: 'site@example.org' })).toContain(page);
    const own = { lang: 'en' as const, legal: '', privacy: '', contact: 'Write to us.' };
    expect(entry('', { texts: [own] })).toContain(page);
    const nobody = entry('');
    expect(nobody).toContain('Votre lien personnel y mène.');
    expect(nobody).not.toMatch(/<a |Vous ne l’avez pas/);
  });
});

/** So many paragraphs of a minute each. */
function talk(paragraphs: number): TranscriptView {
  const segments = Array.from({ length: paragraphs }, (_, i) => ({
    ...{ startMs: i * 60_000, endMs: i * 60_000 + 59_000, speaker: '', name: 'Mélanie Roy', personId: 'p1' },
    text: `Phrase ${i + 1}. ${'Elle dit ce qu’elle pense. '.repeat(20)}`,
  }));
  return { lang: 'fr', isTimed: true, updatedAt: new Date(0), segments };
}
