import { toFfmetadata } from './ffmetadata.preset.js';

describe('toFfmetadata', () => {
  it('escapes the signs of the format', () => {
    const text = toFfmetadata({ title: 'A = B; #1 \\ C\nD', albumArtist: 'É', comment: '' }, [], 1000);
    expect(text).toBe(';FFMETADATA1\ntitle=A \\= B\\; \\#1 \\\\ C\\\nD\nalbum_artist=É\n');
  });

  it('drops what no tag may hold', () => {
    expect(toFfmetadata({ title: 'a\u000bb\ud800' }, [], 1000)).toBe(';FFMETADATA1\ntitle=ab\ufffd\n');
  });

  it('lets each chapter end where the next begins', () => {
    const chapters = [
      { startMs: 2000, title: 'Two' },
      { startMs: 0, title: 'One' },
      { startMs: 2000, title: 'Twice' },
      { startMs: 9000, title: 'Too late' },
    ];
    expect(toFfmetadata({}, chapters, 5000)).toBe(
      [
        ';FFMETADATA1',
        '[CHAPTER]',
        'TIMEBASE=1/1000',
        'START=0',
        'END=2000',
        'title=One',
        '[CHAPTER]',
        'TIMEBASE=1/1000',
        'START=2000',
        'END=5000',
        'title=Two',
        '',
      ].join('\n'),
    );
  });
});
