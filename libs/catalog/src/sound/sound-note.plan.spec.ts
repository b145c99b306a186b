import { type Finding, toTimeline } from '#libs/ffmpeg';
import { toSoundNotes } from './sound-note.plan.js';

const finding = (startMs: number, endMs: number, more: Partial<Finding> = {}): Finding => ({
  ...{ kind: 'muffled', startMs, endMs, measure: { khz: 4 }, weight: 'problem', isMended: false },
  ...more,
});
const jingle = { durationMs: 10_000, fadeInMs: 0, fadeOutMs: 0 };
const cuts = [{ startMs: 0, endMs: 30_000 }];

describe('the honest note about a sound', () => {
  it('is in the time of what listeners hear, and leads past the weak part', () => {
    expect(toSoundNotes([finding(0, 200_000)], toTimeline(600_000, cuts, { intro: jingle }))).toEqual([
      { kind: 'muffled', measure: { khz: 4 }, startMs: 10_000, endMs: 180_000, skipToMs: 180_000, where: 'middle' },
    ]);
  });

  it('leads nowhere when nothing better comes', () => {
    expect(toSoundNotes([finding(0, 600_000)], toTimeline(600_000))).toMatchObject([{ skipToMs: null, where: 'all' }]);
  });

  it('is silent about what was mended, cut out, short, or no weakness', () => {
    const findings = [
      finding(0, 100_000, { isMended: true }),
      finding(0, 29_000),
      finding(100_000, 105_000, { kind: 'clipped' }),
      finding(0, 600_000, { kind: 'dual-mono', weight: 'note' }),
    ];
    expect(toSoundNotes(findings, toTimeline(600_000, cuts))).toEqual([]);
  });
});
