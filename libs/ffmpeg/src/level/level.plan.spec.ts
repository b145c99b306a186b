import { analysisOf, type TestTurn } from '../test-analysis.js';
import { levelVoices, type LevelWish } from './level.plan.js';
import { levellerSettings } from './leveller.preset.js';
import { toSpans } from './steps.plan.js';

const always: LevelWish = {
  settings: levellerSettings.interview,
  strength: 1,
  allowed: [{ startMs: 0, endMs: 10_000_000 }],
  isAsked: false,
};
const level = (turns: readonly TestTurn[], more: Partial<LevelWish> = {}) => {
  const { bins, bands } = analysisOf({ turns });
  return levelVoices({ energy: bins.energy[0]!, tonality: bands.tonality }, { ...always, ...more });
};
const gainAt = (found: ReturnType<typeof level>, second: number) =>
  toSpans(found.steps, 0, 10_000_000).find(({ endMs }) => endMs > second * 1000)!.gainDb;
const loud = { seconds: 15, lufs: -20 };
const quiet = { seconds: 15, lufs: -32 };
const noisy = (turn: TestTurn, noiseLufs: number) => ({ ...turn, noiseLufs });

describe('levelVoices', () => {
  it('brings two voices together', () => {
    const found = level([loud, quiet, loud, quiet]);
    expect(found.spread!.from).toBeCloseTo(12, 0);
    expect(found.spread!.to).toBeLessThanOrEqual(2);
    expect(gainAt(found, 22) - gainAt(found, 7)).toBeGreaterThan(10);
  });

  it('never lifts a pause above both of its neighbours', () => {
    const { steps } = level([loud, quiet, loud, { ...quiet, lufs: -28 }]);
    const spans = toSpans(steps, 0, 60_000);
    spans.forEach((span, i) => {
      const around = [spans[i - 1], spans[i + 1]].flatMap((each) => (each ? [each.gainDb] : []));
      const isStep = steps.some(({ startMs }) => startMs === span.startMs);
      if (!isStep) expect(span.gainDb).toBeLessThanOrEqual(Math.max(...around));
    });
  });

  it('leaves a good master to one gain', () => {
    const found = level([loud, { ...loud, lufs: -22.5 }, { ...loud, lufs: -19 }]);
    expect(found.steps).toEqual([]);
    expect(found.spread!.from).toBeLessThan(4);
  });

  it('hears three questions in a long talk', () => {
    const talk = { seconds: 200, lufs: -20 };
    const question = { seconds: 4, lufs: -34 };
    const pause = { seconds: 1, lufs: -90 };
    const found = level([talk, pause, question, pause, talk, pause, question, pause, talk]);
    expect(gainAt(found, 202)).toBeGreaterThan(9);
    expect(gainAt(found, 100)).toBe(0);
  });

  it('levels by as much as is asked', () => {
    expect(gainAt(level([loud, quiet, loud, quiet], { strength: 0.5 }), 22)).toBeCloseTo(
      gainAt(level([loud, quiet, loud, quiet]), 22) / 2,
      1,
    );
    expect(level([loud, quiet], { strength: 0 }).steps).toEqual([]);
  });

  it('does not lift a voice further than its noise allows, and says so', () => {
    const far = { seconds: 30, lufs: -34 };
    const clean = level([noisy(loud, -70), noisy(far, -60), noisy(loud, -70)]);
    const hissing = level([noisy(loud, -70), noisy(far, -40), noisy(loud, -70)]);
    expect(clean.heldBackDb).toBe(0);
    expect(gainAt(hissing, 30)).toBeLessThan(gainAt(clean, 30) - 3);
    expect(hissing.heldBackDb).toBeGreaterThan(3);
  });

  it('lifts steady noise between quiet voices no more than music', () => {
    const found = level([loud, quiet, { seconds: 6, lufs: -34, isSteady: true }, quiet, loud]);
    expect(gainAt(found, 33)).toBeLessThanOrEqual(6);
    expect(gainAt(found, 22)).toBeGreaterThan(10);
  });

  it('lowers applause to about the level of the voices', () => {
    const found = level([loud, { seconds: 6, lufs: -8, isSteady: true }, quiet, loud]);
    expect(-8 + gainAt(found, 18)).toBeLessThanOrEqual(-18);
  });

  it('touches nothing outside of where it is allowed, but for one gain', () => {
    const found = level([loud, quiet, loud, quiet], { allowed: [{ startMs: 14_000, endMs: 31_000 }], isAsked: true });
    expect(gainAt(found, 22) - gainAt(found, 7)).toBeGreaterThan(9);
    expect(gainAt(found, 52)).toBe(gainAt(found, 7));
  });

  it('follows neither a breath nor an aside up', () => {
    const found = level([loud, { seconds: 0.6, lufs: -40 }, loud, quiet, loud]);
    expect(gainAt(found, 15.3)).toBeLessThanOrEqual(0);
  });

  it('finds no voices in noise', () => {
    expect(level([{ seconds: 30, lufs: -20, isSteady: true }])).toMatchObject({ steps: [], spread: null });
  });

  it('has a mind for nothing at all', () => {
    expect(level([])).toMatchObject({ steps: [], spread: null, loudLufs: -70 });
  });
});
