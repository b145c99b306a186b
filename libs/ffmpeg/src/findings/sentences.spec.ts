import { isKey, type Params, t } from '#libs/messages';
import { type FindingKind, findingKinds } from './finding.js';

/** Measures of each kind as `toFindings` gives them. */
const measures: Record<FindingKind, readonly Params[]> = {
  muffled: [{ extent: 'all' }, { extent: 'part' }],
  'quiet-voice': [{ db: 12 }],
  clipped: [
    { times: 1, samples: 140 },
    { times: 1240, samples: 90_000 },
  ],
  'long-silence': [
    { where: 'start', seconds: 7, amount: 7, unit: 's' },
    { where: 'end', seconds: 180, amount: 3, unit: 'min' },
    { where: 'between', seconds: 20, amount: 20, unit: 's' },
  ],
  'empty-channel': [{ side: 'left' }, { side: 'right' }],
  'dual-mono': [{}],
  'split-stereo': [{}],
  hum: [{ hertz: 50, db: -46 }],
  noise: [{ db: 11 }],
  truncated: [{ seconds: 67, amount: 67, unit: 's' }],
  'near-silent': [{ lufs: -70 }],
  music: [{}],
};

describe.each(['en-CA', 'fr-CA', 'fr-FR'] as const)('findings in %s', (region) => {
  it.each(findingKinds)('say %s', (kind) => {
    const key = `sound.finding.${kind}` as const;
    expect(isKey(key)).toBe(true);
    const sentences = measures[kind].map((measure) => t(region, key, measure));
    expect(new Set(sentences).size).toBe(measures[kind].length);
    for (const sentence of sentences) {
      expect(sentence).not.toMatch(/[{}#]|undefined|NaN|sound\.finding/);
      expect(sentence).toMatch(/[.]$/);
    }
  });
});

it('write numbers and units as the language does', () => {
  expect(t('en-CA', 'sound.finding.quiet-voice', { db: 12 })).toBe('One voice is 12 dB below the others.');
  expect(t('en-CA', 'sound.finding.long-silence', { where: 'end', amount: 3, unit: 'min' })).toBe(
    '3 min of silence at the end. It can be cut off.',
  );
  expect(t('fr-CA', 'sound.finding.clipped', { times: 1240, samples: 9 })).toMatch(/1.240 fois/);
});
