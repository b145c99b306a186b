import { importChapters } from '../../chapter/import-chapters.plan.js';
import { parseTranscript } from '../parse-transcript.plan.js';

const cue = '1\n00:00:01.000 --> 00:00:02.000\n';
const long = 2_000_000;

/** What somebody sends must not hold up everybody else: the time grows with the length alone (`abuse:A20`). */
describe('a hostile text is read as fast as any other of its length', () => {
  it.each([
    ['tags of SubRip that never end', `${cue}${'<a'.repeat(long / 2)}`],
    ['marks of SubRip that never end', `${cue}${'{\\'.repeat(long / 2)}`],
    ['tags of WebVTT that never end', `WEBVTT\n\n${cue}${'<c'.repeat(long / 2)}`],
    ['blanks after a time', `Ada 0:05${' '.repeat(long)}x`],
    ['blanks before a name', `${' '.repeat(long)}Ada: x`],
    ['empty lines', `a${'\n'.repeat(long)}b`],
    ['HTML without an end', `<html>${'<p '.repeat(long / 3)}`],
  ])('%s, as a transcript', (_, text) => {
    const begun = performance.now();
    parseTranscript(text);
    expect(performance.now() - begun).toBeLessThan(4_000);
  });

  it.each([
    ['lines of blanks', `${' '.repeat(998)}x\n`.repeat(long / 1000)],
    ['a cue sheet with a long title', `TRACK 01 AUDIO\nTITLE ${' '.repeat(long)}x\nINDEX 01 00:00:00\n`],
    ['dashes', `0:00 a\n${'- '.repeat(499)}x\n`.repeat(long / 1000)],
  ])('%s, as chapters', (_, text) => {
    const begun = performance.now();
    importChapters(text);
    expect(performance.now() - begun).toBeLessThan(4_000);
  });
});
