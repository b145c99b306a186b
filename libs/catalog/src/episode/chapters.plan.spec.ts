import { cleanChapters, findChapterProblems, parseChapters } from './chapters.plan.js';

describe('a pasted list of chapters', () => {
  it.each([
    ['00:00 Début', 0, 'Début'],
    ['(15:33) Une idée', 933_000, 'Une idée'],
    ['- 1:02:03 — Titre', 3_723_000, 'Titre'],
    ['[01:02] Titre : suite', 62_000, 'Titre : suite'],
    ['• 90:00 - Long', 5_400_000, 'Long'],
    ['00:10.500 Demi', 10_500, 'Demi'],
    ['12:30 3 raisons', 750_000, '3 raisons'],
    ['12:30\tTab', 750_000, 'Tab'],
  ])('reads %s', (line, startMs, title) => {
    expect(parseChapters(line)).toEqual({ chapters: [{ startMs, title, url: '' }], problems: [] });
  });

  it('puts lines in order and skips empty ones', () => {
    const { chapters } = parseChapters('05:00 Deux\r\n\r\n00:00 Un\n');
    expect(chapters.map((c) => c.title)).toEqual(['Un', 'Deux']);
  });

  it('names each line that it cannot read', () => {
    const { problems } = parseChapters('00:00 Un\nsans temps\n03:00\n99:99 Trop');
    expect(problems).toEqual([
      { path: 'pasted.2', message: 'error.field.chapter.time', params: { line: 2 } },
      { path: 'pasted.3', message: 'error.field.chapter.title', params: { line: 3 } },
      { path: 'pasted.4', message: 'error.field.chapter.time', params: { line: 4 } },
    ]);
  });

  it('refuses two chapters at one time, a long title, a strange address and more than 500', () => {
    const at = (startMs: number, title = 'T', url = '') => ({ startMs, title, url });
    expect(findChapterProblems([at(1), at(1)])).toHaveLength(1);
    expect(findChapterProblems([at(1, 'x'.repeat(256))])[0]!.message).toBe('error.field.chapter.titleLong');
    expect(findChapterProblems([at(1, 'T', 'javascript:alert(1)')])[0]!.path).toBe('chapters.0.url');
    expect(findChapterProblems(Array.from({ length: 501 }, (_, i) => at(i)))).toHaveLength(1);
    expect(findChapterProblems(Array.from({ length: 500 }, (_, i) => at(i)))).toHaveLength(0);
  });

  it('cleans titles', () => {
    expect(cleanChapters([{ startMs: 0, title: ' a\u000b\n b\ud800 ', url: ' ' }])).toEqual([
      { startMs: 0, title: 'a b\ufffd', url: '' },
    ]);
  });
});
