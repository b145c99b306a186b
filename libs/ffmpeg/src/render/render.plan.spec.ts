import type { Analysis } from '../analyse/analysis.js';
import { integratedLoudness } from '../analyse/loudness.js';
import { usualOrder } from '../order/sound-order.js';
import { analysisOf } from '../test-analysis.js';
import { lameLossDb } from './encoder.plan.js';
import { planRender } from './render.plan.js';

const order = usualOrder;
const codes = (analysis: Analysis) => planRender({ recording: analysis }, order).notes.map((note) => note.code);

describe('planRender', () => {
  it('counts mono twice, as it comes from two speakers', () => {
    const analysis = analysisOf({ lufs: -22, crestDb: 6 });
    const plan = planRender({ recording: analysis }, order);
    const heard = integratedLoudness(analysis.bins.energy[0]!.map((value) => value * 2));
    expect(plan).toMatchObject({
      mode: 'linear',
      channels: 'mono',
      pans: { recording: null },
      kbps: 96,
      highpassHz: 80,
    });
    if (plan.mode === 'linear') expect(plan.gainDb).toBeCloseTo(-16 - heard + lameLossDb, 1);
    expect(plan.expected.lufs).toBeCloseTo(-16, 1);
  });

  it('keeps stereo', () => {
    expect(planRender({ recording: analysisOf({ channels: 2 }) }, order)).toMatchObject({
      channels: 'stereo',
      pans: { recording: null },
      kbps: 128,
    });
  });

  it('publishes two equal sides as mono and says so', () => {
    const analysis = analysisOf({ channels: 2, isDualMono: true });
    expect(planRender({ recording: analysis }, order)).toMatchObject({
      channels: 'mono',
      pans: { recording: 'pan=mono|c0=0.5*c0+0.5*c1' },
      kbps: 96,
    });
    expect(codes(analysis)).toEqual(['NOTHING_TO_LEVEL', 'DUAL_MONO']);
  });

  it('takes the side that has sound', () => {
    const plan = planRender({ recording: analysisOf({ channels: 2, emptyChannel: 'left' }) }, order);
    expect(plan).toMatchObject({ channels: 'mono', pans: { recording: 'pan=mono|c0=c1' } });
    expect(plan.notes).toContainEqual({ code: 'EMPTY_CHANNEL', params: { side: 'left' } });
  });

  it('publishes mono as two equal sides for a literal meter, at the same gain', () => {
    const literal = planRender({ recording: analysisOf() }, { ...order, monoAsStereo: true });
    const plain = planRender({ recording: analysisOf() }, order);
    expect(literal).toMatchObject({ channels: 'stereo', pans: { recording: 'pan=stereo|c0=c0|c1=c0' }, kbps: 128 });
    expect(literal.mode === 'linear' && plain.mode === 'linear' && literal.gainDb === plain.gainDb).toBe(true);
  });

  it('leaves the mix of more than two channels to the filters of its source', () => {
    const plan = planRender(
      { recording: analysisOf({ channels: 2, downmix: 'pan=stereo|x', isDualMono: true }) },
      order,
    );
    expect(plan.pans.recording).toBe('pan=mono|c0=0.5*c0+0.5*c1');
    expect(plan.notes.map((note) => note.code)).toEqual(['NOTHING_TO_LEVEL', 'DUAL_MONO', 'MIXED_TO_STEREO']);
  });

  it('makes up for what the limiter takes', () => {
    const plan = planRender({ recording: analysisOf({ crestDb: 20 }) }, order);
    expect(plan.expected.reductionDb).toBeGreaterThan(3);
    expect(plan.expected.lufs).toBeCloseTo(-16, 1);
  });

  it('warns of a very peaky sound', () => {
    expect(codes(analysisOf({ crestDb: 26 }))).toContain('TOO_PEAKY');
  });

  it('leaves near silence alone', () => {
    const plan = planRender({ recording: analysisOf({ lufs: -68 }) }, order);
    expect(plan).toMatchObject({ mode: 'leave', highpassHz: null });
    expect(plan.notes[0]).toMatchObject({ code: 'NEAR_SILENT' });
  });

  it('leaves digital silence alone', () => {
    const analysis = analysisOf();
    analysis.bins.energy[0]!.fill(0);
    analysis.bins.peak.fill(0);
    expect(planRender({ recording: analysis }, order).mode).toBe('leave');
  });

  it('passes on what the source lacks', () => {
    expect(codes(analysisOf({ isTruncated: true, clippedSamples: 900 }))).toEqual([
      'NOTHING_TO_LEVEL',
      'TRUNCATED',
      'CLIPPED',
    ]);
  });

  it('is plain JSON', () => {
    const plan = planRender({ recording: analysisOf() }, order);
    expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
  });
});
