import { growthOf, steadyGrowth } from '../../../../../test/growth.js';
import { importChapters } from '../../chapter/import-chapters.plan.js';
import { parseTranscript } from '../parse-transcript.plan.js';

const cue = '1\n00:00:01.000 --> 00:00:02.000\n';
const longest = 2_000_000;

/** What somebody sends must not hold up everybody else: the time grows with the length alone (`abuse:A20`). */
describe('a hostile text is read as fast as any other of its length', () => {
  it.each<[string, (length: number) => string]>([
    ['tags of SubRip that never end', (length) => `${cue}${'<a'.repeat(length / 2)}`],
    ['marks of SubRip that never end', (length) => `${cue}${'{\\'.repeat(length / 2)}`],
    ['tags of WebVTT that never end', (length) => `WEBVTT\n\n${cue}${'<c'.repeat(length / 2)}`],
    ['blanks after a time', (length) => `Ada 0:05${' '.repeat(length)}x`],
    ['blanks before a name', (length) => `${' '.repeat(length)}Ada: x`],
    ['empty lines', (length) => `a${'\n'.repeat(length)}b`],
    ['HTML without an end', (length) => `<html>${'<p '.repeat(length / 3)}`],
  ])('%s, as a transcript', (_, text) => {
    expect(growthOf((length) => parseTranscript(text(length)), longest)).toBeLessThan(steadyGrowth);
  });

  it.each<[string, (length: number) => string]>([
    ['lines of blanks', (length) => `${' '.repeat(998)}x\n`.repeat(length / 1000)],
    ['a cue sheet with a long title', (length) => `TRACK 01 AUDIO\nTITLE ${' '.repeat(length)}x\nINDEX 01 00:00:00\n`],
    ['dashes', (length) => `0:00 a\n${'- '.repeat(499)}x\n`.repeat(length / 1000)],
  ])('%s, as chapters', (_, text) => {
    expect(growthOf((length) => importChapters(text(length)), longest)).toBeLessThan(steadyGrowth);
  });
});
