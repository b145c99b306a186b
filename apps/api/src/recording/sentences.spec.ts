import { readFile } from 'node:fs/promises';
import { isKey } from '#libs/messages';

const errorFiles = ['libs/ffmpeg/src/error.ts', 'libs/media/src/recording/recording.error.ts'];
const root = new URL('../../../../', import.meta.url);

/** Said to operators at start, never of a recording. */
const notOfARecording = ['FFMPEG_UNUSABLE'];

describe('a recording that failed', () => {
  it.each(errorFiles)('says in one sentence what to do, for every code of %s', async (file) => {
    const source = await readFile(new URL(file, root), 'utf8');
    const codes = [...source.matchAll(/'([A-Z]+(?:_[A-Z]+)+)'/g)].map(([, code]) => code!);
    expect(codes.length).toBeGreaterThan(2);
    const dumb = codes.filter((code) => !isKey(`error.${code}`) && !notOfARecording.includes(code));
    expect(dumb).toEqual([]);
  });
});
