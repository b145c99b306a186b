import { toTimeline } from '#libs/ffmpeg';
import { type LostChapter, shiftChapters, type TimedChapter } from './chapter-shift.plan.js';
import { isSameTime, type SoundTime, toSpans } from './time-shift.plan.js';

const minute = 60_000;
const jingle = { durationMs: 10_000, fadeInMs: 0, fadeOutMs: 500 };
const sound = (
  cuts: [number, number][] = [],
  pieces: Parameters<typeof toTimeline>[2] = {},
  originalKey = 'original/a',
): SoundTime => ({
  timeline: toTimeline(
    10 * minute,
    cuts.map(([startMs, endMs]) => ({ startMs, endMs })),
    pieces,
  ),
  originalKey,
});
const list = (...starts: number[]): TimedChapter[] =>
  starts.map((startMs, i) => ({ startMs, title: `${i + 1}`, url: '', anchor: null }));
const starts = (chapters: readonly TimedChapter[]) => chapters.map(({ title, startMs }) => [title, startMs]);
const titles = (lost: readonly LostChapter[]) => lost.map(({ title }) => title);

describe('chapters', () => {
  it('move along with a cut at the start, and the first one stays at the start', () => {
    const { chapters, lost } = shiftChapters(list(0, minute, 5 * minute), [], sound(), sound([[0, 12_000]]));
    expect(starts(chapters)).toEqual([
      ['1', 0],
      ['2', minute - 12_000],
      ['3', 5 * minute - 12_000],
    ]);
    expect(lost).toEqual([]);
  });

  it('begin at the next moment that is left when their beginning is cut out, and are lost with their whole part', () => {
    const cut = sound([[50_000, 6 * minute]]);
    const { chapters, lost } = shiftChapters(list(0, minute, 5 * minute, 8 * minute), [], sound(), cut);
    expect(starts(chapters)).toEqual([
      ['1', 0],
      ['3', 50_000],
      ['4', 50_000 + 2 * minute],
    ]);
    expect(titles(lost)).toEqual(['2']);
  });

  it('are back where they were when the sound is', () => {
    const before = list(0, minute, 5 * minute, 8 * minute);
    const cut = sound(
      [
        [0, minute],
        [4 * minute, 9 * minute],
      ],
      { intro: jingle },
    );
    const shifted = shiftChapters(before, [], sound(), cut);
    expect(starts(shifted.chapters)).toEqual([
      ['2', 0],
      ['4', 10_000 + 3 * minute],
    ]);
    expect(titles(shifted.lost)).toEqual(['1', '3']);
    const again = shiftChapters(shifted.chapters, shifted.lost, cut, cut);
    expect(again).toEqual(shifted);
    expect(shiftChapters(shifted.chapters, shifted.lost, cut, sound())).toEqual({ chapters: before, lost: [] });
  });

  it('make room for an intro, and one inside it goes with it', () => {
    const branded = sound([], { intro: jingle, outro: jingle });
    const { chapters } = shiftChapters(list(0, minute), [], sound(), branded);
    expect(starts(chapters)).toEqual([
      ['1', 0],
      ['2', minute + 10_000],
    ]);
    const within = list(0, 4_000, 10_000, minute + 10_000, 10 * minute + 12_000);
    const bare = shiftChapters(within, [], branded, sound());
    expect(starts(bare.chapters)).toEqual([
      ['3', 0],
      ['4', minute],
    ]);
    expect(titles(bare.lost)).toEqual(['1', '2', '5']);
    expect(shiftChapters(bare.chapters, bare.lost, sound(), branded).chapters).toEqual(within);
  });

  it('that came with the file are in its time', () => {
    expect(starts(shiftChapters(list(0, minute), [], null, sound([[0, 5_000]], { intro: jingle })).chapters)).toEqual([
      ['1', 0],
      ['2', minute + 5_000],
    ]);
  });

  it('keep their times in another recording, whatever had been cut from the old one', () => {
    const cut = sound([[0, 30_000]], { intro: jingle });
    const other = sound([], { intro: jingle }, 'original/b');
    const { chapters, lost } = shiftChapters(list(0, minute), [], cut, other);
    expect(starts(chapters)).toEqual([
      ['1', 0],
      ['2', minute],
    ]);
    const gone = [{ anchor: { source: 'recording' as const, ms: 0 }, title: 'x', url: '', originalKey: 'original/a' }];
    expect(shiftChapters(chapters, gone, other, other).lost).toEqual(gone);
    expect(lost).toEqual([]);
  });
});

describe('the spans of two sounds', () => {
  it('say what moved where', () => {
    const cut = sound([[minute, 2 * minute]], { intro: jingle });
    expect(toSpans(sound(), cut)).toEqual([
      { fromMs: 0, toMs: 10_000, lengthMs: minute },
      { fromMs: 2 * minute, toMs: minute + 10_000, lengthMs: 8 * minute },
    ]);
    expect(isSameTime(sound(), cut)).toBe(false);
  });

  it('are one when nothing moved', () => {
    const cut = [[minute, 2 * minute]] as [number, number][];
    expect(isSameTime(sound(cut), sound(cut))).toBe(true);
    expect(isSameTime(sound(cut), sound([[9 * minute, 10 * minute]]))).toBe(false);
    expect(isSameTime(sound(), sound([], {}, 'original/b'))).toBe(true);
  });
});
