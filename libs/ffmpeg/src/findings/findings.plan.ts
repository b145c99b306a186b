import type { Analysis } from '../analyse/analysis.js';
import { muffled } from './bandwidth.plan.js';
import type { Finding } from './finding.js';
import { finding, type Listening, toListening } from './listening.plan.js';
import { noise } from './noise.plan.js';
import { longSilence } from './silence.plan.js';
import { quietVoice } from './voices.plan.js';
import { clipped, ofTheWhole } from './whole.plan.js';

/** Louder than this, LUFS as heard, somebody speaks. */
const leastLoud = -62;
const mostFindings = 20;

/**
 * What ears would say about a recording, from its measurement alone: problems first, then notes, each in the order of
 * time; at most 20. Nothing is mended yet: `judgeFindings` says what a plan does about them.
 */
export function toFindings(analysis: Analysis): Finding[] {
  const listening = toListening(analysis);
  const found = listening.blocks.loudLufs < leastLoud ? nearSilent(listening) : everything(listening);
  return found.sort(byWeight).slice(0, mostFindings);
}

function everything(listening: Listening): Finding[] {
  return [
    ...ofTheWhole(listening),
    ...clipped(listening),
    ...muffled(listening),
    ...quietVoice(listening),
    ...noise(listening),
    ...longSilence(listening),
    ...listening.music.map((range) => finding('music', 'note', range)),
  ];
}

/** Where nobody speaks, nothing else can be said about voices. */
function nearSilent({ analysis, blocks }: Listening): Finding[] {
  const whole = { startMs: 0, endMs: analysis.durationMs };
  const lufs = Math.round(blocks.loudLufs);
  return [
    finding('near-silent', 'problem', whole, { lufs }),
    ...ofTheWhole({ analysis }).filter(({ kind }) => kind === 'truncated'),
  ];
}

function byWeight(a: Finding, b: Finding): number {
  const rank = ({ weight }: Finding) => (weight === 'problem' ? 0 : 1);
  return rank(a) - rank(b) || a.startMs - b.startMs || a.endMs - b.endMs;
}
