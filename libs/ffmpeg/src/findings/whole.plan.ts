import { joinPlaces } from '../analyse/clipping.plan.js';
import type { Finding } from './finding.js';
import { finding, lengthOf, type Listening } from './listening.plan.js';

/** Fewer stuck samples than these nobody hears. */
const leastSamples = 32;
const hurtingSamples = 100;
const mostPlaces = 6;

/** Places of clipping, joined until they are few. */
export function clipped({ analysis }: Listening): Finding[] {
  const heard = analysis.clipping.filter(({ samples }) => samples >= leastSamples);
  let places = joinPlaces(heard, 5000);
  for (let gapMs = 20_000; places.length > mostPlaces; gapMs *= 2) places = joinPlaces(heard, gapMs);
  return places.map((place) => {
    const times = heard.filter(({ startMs, endMs }) => startMs >= place.startMs && endMs <= place.endMs).length;
    const weight = place.samples >= hurtingSamples ? 'problem' : 'note';
    return finding('clipped', weight, place, { times, samples: place.samples });
  });
}

/** What is true of the file as a whole: its sides, its end, its mains. */
export function ofTheWhole({ analysis }: Pick<Listening, 'analysis'>): Finding[] {
  const { durationMs, declaredMs, emptyChannel, hum } = analysis;
  const whole = { startMs: 0, endMs: durationMs };
  return [
    ...(analysis.isTruncated && declaredMs !== null
      ? [
          finding(
            'truncated',
            'problem',
            { startMs: Math.max(0, durationMs - 1000), endMs: durationMs },
            lengthOf(declaredMs - durationMs),
          ),
        ]
      : []),
    ...(emptyChannel ? [finding('empty-channel', 'problem', whole, { side: emptyChannel })] : []),
    ...(analysis.isSplitStereo ? [finding('split-stereo', 'problem', whole)] : []),
    ...(analysis.isDualMono ? [finding('dual-mono', 'note', whole)] : []),
    ...(hum ? [finding('hum', 'problem', whole, { hertz: hum.hertz, db: Math.round(hum.levelDbfs) })] : []),
  ];
}
