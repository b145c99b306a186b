import type { Analysis } from '../analyse/analysis.js';
import { integratedLoudness } from '../analyse/loudness.js';
import { presets, type SoundOrder, targets, usualOrder } from '../order/sound-order.js';
import { analysisOf } from '../test-analysis.js';
import { toGainCurve } from './curve.plan.js';
import { forEncoder } from './encoder.plan.js';
import { expectedShortTerm } from './expected.plan.js';
import { planRender } from './render.plan.js';

const turns = [-20, -33, -21, -30].map((lufs) => ({ seconds: 12, lufs }));
const recording = analysisOf({ turns });
const plan = (more: Partial<SoundOrder> = {}, of: Analysis = recording) =>
  planRender({ recording: of }, { ...usualOrder, ...more });
const codes = (more: Partial<SoundOrder>, of?: Analysis) => plan(more, of).notes.map(({ code }) => code);

describe('what is wanted of a sound', () => {
  it.each(targets)('comes out at %d LUFS as heard', (targetLufs) => {
    expect(plan({ targetLufs }).expected.lufs).toBeCloseTo(targetLufs, 1);
  });

  it('pleases a plain meter by 3 dB more, where it counts one channel', () => {
    expect(plan({ meter: 'literal' }).targetLufs).toBeCloseTo(-12.99, 2);
    expect(plan({ meter: 'literal' }, analysisOf({ channels: 2 })).targetLufs).toBe(-16);
    expect(plan({ meter: 'literal', monoAsStereo: true }).targetLufs).toBe(-16);
  });

  it.each(presets)('is levelled by its kind: %s', (preset) => {
    const { highpassHz, steps } = plan({ preset });
    const gains = steps.map(({ gainDb }) => gainDb);
    expect(highpassHz).toBe(preset === 'music' ? null : 80);
    expect(Math.max(...gains)).toBeLessThanOrEqual({ voice: 12, interview: 18, room: 18, panel: 15, music: 6 }[preset]);
    expect(Math.min(...gains)).toBeGreaterThanOrEqual(-12);
  });

  it('counts what is low for music, and not where it is taken away', () => {
    const rumble = { ...recording.bins, plainEnergy: recording.bins.plainEnergy.map((value) => value * 2) };
    const low = { ...recording, bins: rumble };
    expect(plan({ preset: 'music' }, low).gainDb).toBeLessThan(plan({ preset: 'music' }).gainDb - 2.5);
    expect(plan({ preset: 'voice' }, low).gainDb).toBe(plan({ preset: 'voice' }).gainDb);
  });

  it('is one gain without strength', () => {
    expect(plan({ strength: 0 })).toMatchObject({ mode: 'linear', steps: [] });
    expect(codes({ strength: 0 })).toEqual([]);
  });

  it('says what levelling did', () => {
    const [note] = plan().notes;
    expect(note!.code).toBe('LEVELLED');
    expect(Number(note!.params['from'])).toBeGreaterThan(10);
    expect(Number(note!.params['to'])).toBeLessThanOrEqual(2);
  });

  it('leaves ranges as one gain would', () => {
    const flat = plan({ strength: 0 });
    const held = plan({ leave: [{ startMs: 13_000, endMs: 23_000 }] });
    expect(Math.abs(gainAt(held, 18_000) - gainAt(flat, 18_000))).toBeLessThan(1);
    expect(gainAt(held, 43_000)).toBeGreaterThan(gainAt(flat, 43_000) + 4);
  });

  it('levels only where it is asked to', () => {
    const flat = plan({ strength: 0 });
    const only = plan({ only: { startMs: 11_000, endMs: 25_000 } });
    expect(gainAt(only, 18_000)).toBeGreaterThan(gainAt(flat, 18_000) + 8);
    expect(Math.abs(gainAt(only, 43_000) - gainAt(flat, 43_000))).toBeLessThan(1);
  });

  it('is left as it was sent when nobody wants it repaired', () => {
    const split = analysisOf({ channels: 2, isSplitStereo: true });
    expect(plan({ isUntouched: true }, split)).toMatchObject({
      ...{ mode: 'leave', highpassHz: null, steps: [], channels: 'stereo', pans: { recording: null } },
      lossless: { gainDb: 0 },
    });
    expect(codes({ isUntouched: true }, split)).toEqual(['UNTOUCHED']);
  });

  it('needs another gain and a lower ceiling for encoders that lose nothing and overshoot', () => {
    const mp3 = plan();
    const opus = forEncoder(mp3, 'opus');
    expect(forEncoder(mp3, 'mp3')).toBe(mp3);
    expect(opus.gainDb).toBeCloseTo(mp3.gainDb - 0.45, 0);
    expect(opus.limitLinear).toBeCloseTo(0.76, 5);
    expect(opus.steps).toBe(mp3.steps);
  });
});

describe('cuts and pieces', () => {
  const cuts = [
    { startMs: 3_000, endMs: 9_000 },
    { startMs: 30_000, endMs: 31_230 },
  ];
  const kept = (values: Float32Array, binMs: number) =>
    values.filter((_, i) => !cuts.some(({ startMs, endMs }) => i * binMs >= startMs && i * binMs < endMs));

  it('are planned like a recording that never had more', () => {
    const { bins } = recording;
    const short = analysisOf({ turns });
    const energy = bins.energy.map((each) => kept(each, 10));
    const peak = kept(bins.peak, 10);
    const durationMs = peak.length * 10;
    const cut = plan({}, { ...short, durationMs, bins: { ...bins, energy, peak } });
    const planned = plan({ cuts });
    expect(planned.durationMs).toBe(durationMs);
    expect(planned.steps).toEqual(cut.steps);
    // The seams are faded over 5 ms.
    expect(planned.gainDb).toBeCloseTo(cut.gainDb, 1);
  });

  const loudPiece = { analysis: analysisOf({ lufs: -9, crestDb: 4, channels: 2 }), fadeInMs: 0, fadeOutMs: 1000 };

  it('brings each piece to the target on its own', () => {
    const { bins, durationMs } = loudPiece.analysis;
    const joined = planRender({ recording, intro: loudPiece, outro: { ...loudPiece, fadeOutMs: 0 } }, usualOrder);
    const outro = toGainCurve(joined)!.subarray(joined.durationMs - durationMs);
    const mixed = bins.energy[0]!.map((value, i) => value * outro[i * 10 + 5]! ** 2);
    expect(integratedLoudness(mixed)).toBeCloseTo(-16 + 0.45, 0);
    expect(joined.expected.lufs).toBeCloseTo(-16, 1);
    expect(joined.pans).toEqual({ recording: null, intro: 'pan=mono|c0=0.5*c0+0.5*c1', outro: expect.any(String) });
  });

  it('does not let a piece change how the recording is levelled', () => {
    const alone = plan();
    const joined = planRender({ recording, intro: loudPiece }, usualOrder);
    const own = joined.steps.slice(1);
    expect(own.map(({ gainDb }) => gainDb)).toEqual(alone.steps.map(({ gainDb }) => gainDb));
    expect(own[0]!.startMs - alone.steps[0]!.startMs).toBe(30_000);
  });

  it('can leave nothing', () => {
    expect(plan({ cuts: [{ startMs: 0, endMs: 60_000 }] })).toMatchObject({ mode: 'leave', durationMs: 0 });
  });
});

describe('the expected loudness over time', () => {
  it('has a value for each second, around the target where somebody speaks', () => {
    const made = plan();
    const curve = expectedShortTerm({ recording }, made);
    expect(curve).toHaveLength(48);
    for (const second of [6, 18, 30, 42]) expect(Math.abs(curve[second]! + 16)).toBeLessThan(3);
  });
});

function gainAt(made: ReturnType<typeof plan>, ms: number): number {
  const curve = toGainCurve(made);
  return curve ? 20 * Math.log10(curve[ms]!) : made.gainDb;
}
