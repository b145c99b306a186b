import type { Finding } from '../findings/finding.js';
import { type SoundOrder, usualOrder } from '../order/sound-order.js';
import { analysisOf } from '../test-analysis.js';
import { judgeFindings } from './judge-findings.plan.js';
import { planRender } from './render.plan.js';

const recording = analysisOf({ turns: [-20, -33, -21].map((lufs) => ({ seconds: 12, lufs })) });
const finding = (kind: Finding['kind'], more: Partial<Finding> = {}): Finding => ({
  ...{ kind, startMs: 12_000, endMs: 24_000, measure: {}, weight: 'problem', isMended: false },
  ...more,
});
const isMended = (found: Finding, order: Partial<SoundOrder> = {}, of = recording) =>
  judgeFindings([found], planRender({ recording: of }, { ...usualOrder, ...order }))[0]!.isMended;

describe('judgeFindings', () => {
  const quiet = finding('quiet-voice', { measure: { db: 13 } });

  it('knows a voice that was brought near the others', () => {
    expect(isMended(quiet)).toBe(true);
    expect(isMended(quiet, { strength: 0 })).toBe(false);
    expect(isMended(quiet, { leave: [{ startMs: 12_000, endMs: 24_000 }] })).toBe(false);
  });

  it('knows what was cut out', () => {
    const cuts = [{ startMs: 11_000, endMs: 25_000 }];
    expect(isMended(finding('clipped'), { cuts })).toBe(true);
    expect(isMended(finding('clipped'))).toBe(false);
    expect(isMended(finding('clipped', { endMs: 26_000 }), { cuts })).toBe(false);
  });

  it('knows sides that were put right', () => {
    expect(isMended(finding('split-stereo'), {}, analysisOf({ channels: 2, isSplitStereo: true }))).toBe(true);
    expect(isMended(finding('empty-channel'), {}, analysisOf({ channels: 2, emptyChannel: 'left' }))).toBe(true);
    expect(
      isMended(finding('empty-channel'), { isUntouched: true }, analysisOf({ channels: 2, emptyChannel: 'left' })),
    ).toBe(false);
  });

  it('promises nothing about tone, noise and what is not there', () => {
    for (const kind of ['muffled', 'noise', 'truncated', 'near-silent', 'music'] as const) {
      expect(isMended(finding(kind))).toBe(false);
    }
  });
});
