import type { Clip } from '#libs/ffmpeg';
import type { SoundTime } from '../sound/time-shift.plan.js';
import { asSent, toHeard } from './segment-shift.plan.js';

const clip = (source: Clip['source'], startMs: number, endMs: number): Clip => ({
  ...{ source, startMs, endMs, fadeInMs: 0, fadeOutMs: 0 },
});
const sound = (originalKey: string, ...clips: Clip[]): SoundTime => ({ timeline: { clips }, originalKey });
const at = (startMs: number, endMs: number | null = startMs + 1000) => ({
  startMs,
  endMs,
  speaker: '',
  text: `${startMs}`,
});
const times = (segments: ReturnType<typeof toHeard>) =>
  segments.map(({ text, startMs, endMs }) => [text, startMs, endMs]);

const whole = sound('a', clip('recording', 0, 60_000));
const cut = sound('a', clip('intro', 0, 5000), clip('recording', 0, 10_000), clip('recording', 20_000, 60_000));
const segments = [at(0), at(9200, 10_200), at(9600, 12_000), at(15_000), at(19_800, 20_800), at(30_000, null)];

describe('a transcript whose sound is cut, or begins with an intro', () => {
  it('moves along, and loses what is cut out', () => {
    expect(times(toHeard(segments, whole, cut))).toEqual([
      ['0', 5000, 6000],
      ['9200', 14_200, 15_000],
      ['19800', 15_000, 15_800],
      ['30000', 25_000, null],
    ]);
  });

  it('is all there again when the cut is taken back', () => {
    expect(toHeard(segments, whole, whole)).toEqual(segments);
    const written = [at(5000), at(25_000)];
    expect(times(toHeard(written, cut, whole))).toEqual([
      ['5000', 0, 1000],
      ['25000', 30_000, 31_000],
    ]);
  });

  it('is in the time of the recording where nothing else is known', () => {
    expect(times(toHeard([at(30_000)], null, cut))).toEqual([['30000', 25_000, 26_000]]);
    expect(toHeard([at(30_000)], null, null)).toEqual([at(30_000)]);
    expect(toHeard([at(30_000)], asSent(whole), whole)).toEqual([at(30_000)]);
  });

  it('keeps its times when another recording takes the place', () => {
    const other = sound('b', clip('intro', 0, 5000), clip('recording', 0, 60_000));
    expect(times(toHeard([at(30_000)], whole, other))).toEqual([['30000', 35_000, 36_000]]);
  });

  it('stays as it is without times, and where nobody knows the length', () => {
    const untimed = [{ startMs: null, endMs: null, speaker: '', text: 'x' }];
    expect(toHeard(untimed, null, cut)).toEqual(untimed);
    expect(toHeard(segments, null, sound('a', clip('recording', 0, 0)))).toEqual(segments);
  });
});
