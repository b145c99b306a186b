import { parseTranscript } from '../parse-transcript.plan.js';
import type { SpokenSegment } from '../transcript.plan.js';
import { transcriptExtensions } from '../transcript.view.js';
import { writeTranscript } from './write-transcript.plan.js';

const spoken = (startMs: number | null, endMs: number | null, name: string, text: string): SpokenSegment => ({
  ...{ startMs, endMs, speaker: name, name, personId: null, text },
});
const segments = [
  spoken(0, 1500, 'Ève Côté', 'Bonjour & <bienvenue> --> ici.'),
  spoken(1500, 4000, 'Jean', 'Merci.\nEncore.'),
  spoken(3_700_250, 3_700_900, 'Ève Côté', 'Fin.'),
];
const write = (extension: (typeof transcriptExtensions)[number], list = segments) =>
  writeTranscript(extension, { segments: list, lang: 'fr', title: 'Un <titre>' });

describe('a written transcript', () => {
  it('is WebVTT with voices', () => {
    expect(write('vtt')).toBe(`WEBVTT

00:00:00.000 --> 00:00:01.500
<v Ève Côté>Bonjour &amp; &lt;bienvenue&gt; --&gt; ici.

00:00:01.500 --> 00:00:04.000
<v Jean>Merci.
Encore.

01:01:40.250 --> 01:01:40.900
<v Ève Côté>Fin.
`);
  });

  it('is SubRip with names where the speaker changes', () => {
    expect(write('srt').split('\n').slice(0, 6)).toEqual([
      ...['1', '00:00:00,000 --> 00:00:01,500', 'Ève Côté: Bonjour & <bienvenue> → ici.', '', '2'],
      '00:00:01,500 --> 00:00:04,000',
    ]);
  });

  it.each(['vtt', 'srt', 'json'] as const)('comes back from %s as it was', (extension) => {
    const known = ['Ève Côté', 'Jean'];
    const words =
      extension === 'srt' ? segments.map((s) => ({ ...s, text: s.text.replace(/ <.*>|--/g, '') })) : segments;
    const back = parseTranscript(write(extension, words), { known });
    expect(back).toMatchObject({ format: extension, isTimed: true, problems: [] });
    expect(back.segments).toEqual(
      words.map(({ startMs, endMs, speaker, text }) => ({ startMs, endMs, speaker, text })),
    );
  });

  it.each(['txt', 'html'] as const)('comes back from %s by its paragraphs, to the second', (extension) => {
    const back = parseTranscript(write(extension), { known: ['Ève Côté', 'Jean'] });
    expect(back.segments.map(({ startMs, speaker, text }) => [startMs, speaker, text])).toEqual([
      [0, 'Ève Côté', 'Bonjour & <bienvenue> --> ici.'],
      [1000, 'Jean', 'Merci. Encore.'],
      [3_700_000, 'Ève Côté', 'Fin.'],
    ]);
  });

  it('joins captions to paragraphs of one speaker for reading', () => {
    const captions = Array.from({ length: 60 }, (_, i) =>
      spoken(i * 2000, i * 2000 + 1900, 'Jean', `Phrase ${i} dite ainsi.`),
    );
    const paragraphs = write('txt', captions).trim().split('\n\n');
    expect(paragraphs.length).toBeGreaterThan(2);
    expect(paragraphs.length).toBeLessThan(8);
    expect(paragraphs[0]).toMatch(/^\[0:00\] Jean: Phrase 0 dite ainsi\. Phrase 1/);
  });

  it('gives every cue an end, also one without', () => {
    const open = [spoken(0, null, '', 'a'), spoken(5000, null, '', 'b'), spoken(5000, 5000, '', 'c')];
    const ends = [...write('vtt', open).matchAll(/--> (\S+)/g)].map(([, end]) => end);
    expect(ends).toEqual(['00:00:05.000', '00:00:06.000', '00:00:05.001']);
  });

  it('without times is text', () => {
    const plain = [spoken(null, null, 'Ève', 'Un.'), spoken(null, null, '', 'Deux.')];
    expect(write('txt', plain)).toBe('Ève: Un.\n\nDeux.\n');
    expect(write('html', plain)).toContain('<html lang="fr">');
    expect(write('html', plain)).toContain('<title>Un &lt;titre&gt;</title>');
  });
});
