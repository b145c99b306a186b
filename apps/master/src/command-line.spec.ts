import { checkCatalogues, t } from '#libs/messages';
import { readCommandLine, regionOf, UsageError } from './command-line.js';

const read = (line: string) => readCommandLine(line.split(' ').filter(Boolean), 'en-CA');
const refusal = (line: string): string => {
  try {
    read(line);
  } catch (error) {
    if (error instanceof UsageError) return t('en-CA', error.key, error.params);
    throw error;
  }
  return 'accepted';
};

describe('the command line', () => {
  it('wants the usual of two names', () => {
    expect(read('in.wav out.mp3')).toMatchObject({
      ...{ input: 'in.wav', output: 'out.mp3', kind: 'mp3', chunks: 1, report: null, picture: null, isQuiet: false },
      order: { preset: 'interview', targetLufs: -16, meter: 'heard', strength: 1, cuts: [], only: null, leave: [] },
    });
  });

  it('takes every wish, its times as people write them', () => {
    const line =
      'in.wav --target -18 --preset music --strength 0.5 --meter=literal --mono-as-stereo out.opus --cut 0:00-0:12 ' +
      '--cut 59:30- --only 1:00-2:00 --leave 90-1m40s --intro i.wav --outro o.wav --track b.wav --track c.wav --chunks 2';
    expect(read(line)).toMatchObject({
      ...{ kind: 'opus', intro: 'i.wav', outro: 'o.wav', tracks: ['b.wav', 'c.wav'], chunks: 2 },
      order: {
        ...{ preset: 'music', targetLufs: -18, strength: 0.5, meter: 'literal', monoAsStereo: true },
        cuts: [
          { startMs: 0, endMs: 12_000 },
          { startMs: 3_570_000, endMs: 86_400_000 },
        ],
        only: { startMs: 60_000, endMs: 120_000 },
        leave: [{ startMs: 90_000, endMs: 100_000 }],
      },
    });
  });

  it('helps when asked, and when nothing is said', () => {
    expect([read(''), read('--help'), read('in.wav -h')]).toEqual(['help', 'help', 'help']);
  });

  it.each([
    ['in.wav', 'Name one recording and one file to make (1 name given).'],
    ['a b c.mp3', 'Name one recording and one file to make (3 names given).'],
    ['in.wav out.wav', 'The file to make has to end in .mp3, .m4a or .opus.'],
    ['in.wav out.mp3 --loud', 'The option --loud is not known, or lacks its value.'],
    ['in.wav out.mp3 --target', 'The option --target is not known, or lacks its value.'],
    ['in.wav out.mp3 --target -15', '--target can be: -14, -16, -18, -23.'],
    ['in.wav out.mp3 --preset loud', '--preset can be: voice, interview, room, panel, music.'],
    ['in.wav out.mp3 --strength 2', '--strength is a number from 0 to 1.'],
    ['in.wav out.mp3 --chunks 1.5', '--chunks is a number from 1 to 16.'],
    ['in.wav out.mp3 --cut 12', '--cut is a range of times such as 0:00-0:12, its end after its start.'],
    ['in.wav out.mp3 --only 2:00-1:00', '--only is a range of times such as 0:00-0:12, its end after its start.'],
    ['in.wav out.mp3 --leave a-b', '--leave is a range of times such as 0:00-0:12, its end after its start.'],
  ])('refuses `%s` with a sentence', (line, sentence) => {
    expect(refusal(line)).toBe(sentence);
  });

  it('speaks the language that is asked for, else that of the machine', () => {
    expect(regionOf(['a', 'b', '--lang', 'fr'], 'en_US.UTF-8')).toBe('fr-CA');
    expect(regionOf(['--lang=en'], 'fr_FR.UTF-8')).toBe('en-CA');
    expect(regionOf([], 'fr_FR.UTF-8')).toBe('fr-FR');
    expect([regionOf([], 'C'), regionOf([], undefined)]).toEqual(['en-CA', 'en-CA']);
    expect(checkCatalogues()).toEqual([]);
  });
});
