import type { EpisodeView, SpokenSegment, TranscriptView } from '#libs/catalog';
import { growthOf, steadyGrowth } from '../../../../test/growth.js';
import { toPassages } from './passages.plan.js';

const text = {
  lang: 'fr',
  title: 'Titre',
  slug: 't',
  summary: 'Un. Deux.',
  notes: 'Voir [la page](https://a.test).',
  takeaways: [{ text: 'Tenir parole', atMs: 5000 }],
};
const episode = {
  language: 'en-CA',
  showLanguage: 'fr-CA',
  texts: [text],
  appearances: [
    {
      person: { name: 'Mélanie Roy' },
      role: 'guest',
      organisation: 'Boréale',
      organisationInNotes: 'Secret',
      texts: [{ lang: 'fr', title: 'PDG' }],
    },
  ],
  tags: [{ name: 'Éco', slug: 'eco' }],
  chapters: [{ title: 'Trust', startMs: 9000, url: '' }],
} as unknown as EpisodeView;
const say = (startMs: number | null, name: string, said: string) =>
  ({ startMs, endMs: null, speaker: name, name, personId: null, text: said }) as SpokenSegment;
const transcript = (segments: SpokenSegment[]) =>
  [{ lang: 'en', isTimed: true, updatedAt: new Date(0), segments }] as TranscriptView[];

describe('passages', () => {
  it('say what each is, in which language, and its moment', () => {
    const found = toPassages(episode, []).map(({ kind, lang, text: said, startMs }) => [kind, lang, said, startMs]);
    expect(found).toEqual([
      ['title', 'fr', 'Titre', null],
      ['takeaway', 'fr', 'Tenir parole', 5000],
      ['summary', 'fr', 'Un. Deux.', null],
      ['notes', 'fr', expect.stringContaining('la page'), null],
      ['person', 'fr', 'Mélanie Roy, PDG, Boréale', null],
      ['tag', 'fr-CA', 'Éco', null],
      ['chapter', 'en-CA', 'Trust', 9000],
    ]);
  });

  it('never say an employer that only the notes may name (ux:K-24)', () => {
    expect(JSON.stringify(toPassages(episode, []))).not.toContain('Secret');
  });

  it('join what is said to stretches, with the time of each caption and each change of voice', () => {
    const words = 'word '.repeat(200).trim();
    const spoken = toPassages(
      episode,
      transcript([
        say(0, 'Ann', 'One\ntwo.'),
        say(2000, 'Ann', 'Three.'),
        say(4000, 'Bob', words),
        say(9000, 'Bob', words),
      ]),
    ).filter(({ kind }) => kind === 'transcript');
    expect(spoken.map(({ speakers, startMs, starts }) => [speakers, startMs, starts])).toEqual([
      [
        [
          { at: 0, name: 'Ann' },
          { at: 16, name: 'Bob' },
        ],
        0,
        [0, 0, 9, 2000, 16, 4000],
      ],
      [[{ at: 0, name: 'Bob' }], 9000, [0, 9000]],
    ]);
    expect(spoken[0]!.text).toMatch(/^One two. Three. word/);
  });

  it.each([')', '’', '…', ' '])('are made as fast of very many “%s”, as if each ended a sentence', (sign) => {
    const [text] = episode.texts;
    const make = (length: number) =>
      toPassages({ ...episode, texts: [{ ...text!, summary: `${sign.repeat(length)}x` }] }, []);
    expect(growthOf(make, 50_000)).toBeLessThan(steadyGrowth);
  });

  it('are at most five thousand, of texts without times too', () => {
    const many = Array.from({ length: 30_000 }, (_, n) => say(null, `S${n}`, 'x'.repeat(900)));
    expect(toPassages(episode, transcript(many))).toHaveLength(5_000);
  });
});
