import { type Levelled, levelVoices } from '../level/level.plan.js';
import { type LevellerSettings, levellerSettings } from '../level/leveller.preset.js';
import {
  type PlanInputs,
  planTimeline,
  type Programme,
  type Run,
  type Sound,
  toProgramme,
} from '../level/programme.plan.js';
import { allowedRanges } from '../level/range.plan.js';
import { putOver } from '../level/steps.plan.js';
import type { SoundOrder } from '../order/sound-order.js';
import { timelineMs } from '../order/timeline.js';
import { integratedLoudness } from '../analyse/loudness.js';
import { curveOf, isPlain } from './curve.plan.js';
import { lameLossDb, mp3Limit, overshoot } from './encoder.plan.js';
import { solveGain, type SolvedGain, withCurve, withGain } from './gain.plan.js';
import { gainNotes, levelNotes, note, sourceNotes } from './notes.plan.js';
import type { GainStep, RenderPlan } from './plan.js';

/** Quieter than this in its loudest moments is no recording of voices, and lifting it would only show its noise. */
const nearSilence = -62;
/** What is not treated is only kept from clipping. */
const guardLimit = 0.966;
/** What a plain meter does not count of mono. */
const monoLu = 3.01;

type Solved = Pick<RenderPlan, 'gainDb' | 'steps' | 'expected' | 'limitLinear' | 'lossless'>;

/**
 * Decides how measured sound becomes the published file: cuts and pieces, channels, a gain for each voice, one exact
 * gain over everything, the limiter's ceiling. Pure arithmetic on the measurements; nothing is decoded.
 */
export function planRender(inputs: PlanInputs, order: SoundOrder): RenderPlan {
  const settings = levellerSettings[order.preset];
  const isHighpassed = settings.highpassHz !== null && !order.isUntouched;
  const { monoAsStereo, isUntouched } = order;
  const wish = { timeline: planTimeline(inputs, order.cuts), monoAsStereo, isHighpassed, isAsSent: isUntouched };
  const programme = toProgramme(inputs, wish);
  const found = levelRecording(programme, order, settings);
  const isSilent = found.loudLufs < nearSilence;
  if (isUntouched || isSilent) {
    const why = isUntouched ? note('UNTOUCHED', {}) : note('NEAR_SILENT', { lufs: found.loudLufs });
    const left = toProgramme(inputs, { ...wish, isHighpassed: false, isAsSent: true });
    const asSent = { ...inputs.recording, isSplitStereo: false, emptyChannel: null };
    const notes = [why, ...sourceNotes(asSent)];
    return { ...toBase(inputs, left), ...leave(left), targetLufs: order.targetLufs, notes };
  }
  const targetLufs = order.targetLufs + (order.meter === 'literal' && programme.channels === 'mono' ? monoLu : 0);
  const solved = solveFor(programme, found.steps, targetLufs, mp3Limit);
  return {
    ...toBase(inputs, programme),
    ...solved,
    targetLufs,
    mode: found.steps.length > 0 ? 'levelled' : 'linear',
    highpassHz: settings.highpassHz,
    notes: [
      ...levelNotes(found, order),
      ...gainNotes(solved.expected, targetLufs, order.targetLufs),
      ...sourceNotes(inputs.recording),
    ],
  };
}

/** The gain for a target and a ceiling, for both kinds of encoders, and what it will do. */
export function solveFor(
  programme: Programme,
  levelling: readonly GainStep[],
  targetLufs: number,
  limit: number,
): Solved {
  const wanted = targetLufs + lameLossDb;
  const steps = putOver(levelling, pieceSteps(programme, levelling, wanted, limit));
  const curved = afterSteps(programme, steps);
  const solved = solveGain(curved, wanted, limit);
  const limitLossless = limit * overshoot;
  const lossless = solveGain(curved, targetLufs, limitLossless, solved.gainDb - lameLossDb);
  return {
    steps,
    gainDb: round(solved.gainDb),
    limitLinear: limit,
    lossless: { gainDb: round(lossless.gainDb), limitLinear: limitLossless },
    expected: toExpected(solved),
  };
}

/** A piece is as loud on its own as the recording is on its own. */
function pieceSteps(programme: Programme, levelling: readonly GainStep[], wanted: number, limit: number): GainStep[] {
  const main = programme.runs.find(({ source }) => source === 'recording');
  const pieces = programme.runs.filter((run) => run !== main);
  if (pieces.length === 0) return [];
  const window = main && { gainDb: 0, startMs: main.startMs, count: main.energy.length, stepMs: 10 as const };
  const alone = main && withCurve(main, curveOf(programme.timeline, levelling, window!));
  const beside = alone ? solveGain(alone, wanted, limit).gainDb : 0;
  return pieces.map((run) => pieceStep(run, wanted, limit, beside));
}

/** The finished sound with everything but the one gain. */
function afterSteps(programme: Programme, steps: readonly GainStep[]): Sound {
  const { timeline, energy } = programme;
  if (isPlain(timeline, steps)) return programme;
  return withCurve(programme, curveOf(timeline, steps, { gainDb: 0, startMs: 0, count: energy.length, stepMs: 10 }));
}

function levelRecording(programme: Programme, order: SoundOrder, settings: LevellerSettings): Levelled {
  const run = programme.runs.find(({ source }) => source === 'recording');
  const lengthMs = run ? run.endMs - run.startMs : 0;
  const allowed = allowedRanges(programme.timeline, order, lengthMs);
  const strength = Math.max(0, Math.min(1, order.strength));
  const wish = { settings, strength, allowed, isAsked: order.only !== null };
  const found = levelVoices({ energy: run?.energy ?? new Float32Array(0), tonality: programme.tonality }, wish);
  const shift = run?.startMs ?? 0;
  return {
    ...found,
    steps: found.steps.map((step) => ({
      ...step,
      startMs: step.startMs + shift,
      endMs: Math.min(step.endMs, lengthMs) + shift,
    })),
  };
}

function toBase({ recording }: PlanInputs, { timeline, channels, pans }: Programme) {
  return {
    ...{ version: 2 as const, attempt: 1, timeline, pans, channels },
    sampleRate: recording.sampleRate,
    kbps: channels === 'mono' ? 96 : 128,
    durationMs: timelineMs(timeline),
  };
}

function leave(programme: Programme): Solved & Pick<RenderPlan, 'mode' | 'highpassHz'> {
  const main = programme.runs.find(({ source }) => source === 'recording');
  const own = main ? integratedLoudness(main.energy) : -70;
  const steps = programme.runs.flatMap((run) =>
    run === main || own <= -70 ? [] : [pieceStep(run, own, guardLimit, 0)],
  );
  const curved = afterSteps(programme, steps);
  return {
    // As loud as it was: what LAME takes is given back.
    ...{ mode: 'leave', highpassHz: null },
    ...{ steps, gainDb: lameLossDb, limitLinear: 1, lossless: { gainDb: 0, limitLinear: guardLimit } },
    expected: toExpected(withGain(curved, lameLossDb, 1)),
  };
}

function pieceStep(run: Run, wanted: number, limit: number, beside: number): GainStep {
  const { startMs, endMs } = run;
  return { startMs, endMs, gainDb: round(solveGain(run, wanted, limit).gainDb - beside) };
}

function toExpected({ lufs, reductionDb, limitedShare }: SolvedGain): RenderPlan['expected'] {
  return { lufs: round(lufs - lameLossDb), reductionDb: round(reductionDb), limitedShare: round(limitedShare) };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
