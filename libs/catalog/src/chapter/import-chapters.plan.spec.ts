import { growthOf, steadyGrowth } from '../../../../test/growth.js';
import { chaptersMax } from '../episode/chapters.plan.js';
import { checkChapters } from './chapter-checks.plan.js';
import { importChapters } from './import-chapters.plan.js';
import { writeChapterList, writeSimpleChapters } from './write-chapters.plan.js';

const read = (text: string) => importChapters(text).chapters.map(({ startMs, title, url }) => [startMs, title, url]);
const codes = (text: string) =>
  importChapters(text).problems.map(({ path, message }) => `${path} ${message.split('.').at(-1)}`);

describe('chapters from elsewhere', () => {
  it('are found in the text under a video', () => {
    const text = `Dans cet épisode, à 9 h :
https://example.org/a

CHAPITRES
0:00 Bonjour
▶ pas un chapitre
1. 12:30 La mesure
(1:02:03) – Fin

Abonnez-vous ! Écrit le 12:45`;
    expect(importChapters(text).format).toBe('list');
    expect(read(text)).toEqual([
      [0, 'Bonjour', ''],
      [750_000, 'La mesure', ''],
      [3_723_000, 'Fin', ''],
    ]);
    expect(codes(text)).toEqual(['text.6 time']);
  });

  it('take the address at the end of a line as their link', () => {
    expect(
      read('0:00 Un (https://example.org/a)\n1:00 Deux – https://example.org/b\n2:00 https://example.org/c\n'),
    ).toEqual([
      [0, 'Un', 'https://example.org/a'],
      [60_000, 'Deux', 'https://example.org/b'],
      [120_000, 'https://example.org/c', ''],
    ]);
  });

  it('may have their times last', () => {
    expect(read('Intro - 0:00\nTopic: two (12:30)\n')).toEqual([
      [0, 'Intro', ''],
      [750_000, 'Topic: two', ''],
    ]);
  });

  it('are read from Podlove Simple Chapters, alone, without a declared prefix, or in a feed', () => {
    const list = `<psc:chapters version="1.2"><psc:chapter start="00:00:00.000" title="A &amp; B" href="https://example.org/" image="x.jpg"/>
<psc:chapter start="12:30" title="Two"/><psc:chapter start="oops" title="x"/></psc:chapters>`;
    expect(read(list)).toEqual([
      [0, 'A & B', 'https://example.org/'],
      [750_000, 'Two', ''],
    ]);
    expect(codes(list)).toEqual(['text.2 time']);
    const feed = `<?xml version="1.0"?><rss><channel><item>${list}</item><item>${list}</item></channel></rss>`;
    expect(read(feed)).toHaveLength(2);
    expect(importChapters(feed).lost).toEqual([
      { what: 'images', n: 1 },
      { what: 'lists', n: 1 },
    ]);
  });

  it('of broken or hostile XML are those before the break, without what it declares', () => {
    expect(read('<chapters><chapter start="0" title="A"/><chapter start="5"')).toEqual([[0, 'A', '']]);
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]><chapters><chapter start="0" title="&b;&a;"/></chapters>`;
    expect(read(bomb).flat().join()).not.toMatch(/aaaa|root:/);
  });

  it('are read from JSON chapters, saying what is lost', () => {
    const json = {
      version: '1.2.0',
      chapters: [
        { startTime: 0, title: 'One', img: 'https://example.org/a.jpg', url: 'https://example.org/', endTime: 5 },
        { startTime: 3.5, toc: false },
        { startTime: 12.25, title: 'Two', url: 'javascript:alert(1)', location: { name: 'x', geo: 'geo:1,1' } },
        { title: 'nowhere' },
      ],
    };
    expect(read(JSON.stringify(json))).toEqual([
      [0, 'One', 'https://example.org/'],
      [12_250, 'Two', ''],
    ]);
    expect(importChapters(JSON.stringify(json)).lost).toEqual([
      { what: 'images', n: 1 },
      { what: 'ends', n: 1 },
      { what: 'silent', n: 1 },
      { what: 'places', n: 1 },
    ]);
    expect(codes(JSON.stringify(json))).toEqual(['text.4 noStart', 'text.2 noLink']);
    expect(read('[{"start":"00:12:30.000","title":"Two","href":"https://example.org/"}]')).toHaveLength(1);
    expect(codes('{"chapters":')).toEqual(['text.1 json']);
  });

  it('are read from labels of an editor and from cue sheets', () => {
    expect(read('0.000000\t0.000000\tOne\n\\\t100\t200\n12.500000\t13\tTwo\n')).toEqual([
      [0, 'One', ''],
      [12_500, 'Two', ''],
    ]);
    const cue =
      'TITLE "Album"\nFILE "a.mp3" MP3\n  TRACK 01 AUDIO\n    TITLE "One"\n    INDEX 01 00:00:00\n  TRACK 02 AUDIO\n    TITLE "Two"\n    INDEX 00 12:28:00\n    INDEX 01 12:30:15';
    expect(read(cue)).toEqual([
      [0, 'One', ''],
      [750_200, 'Two', ''],
    ]);
  });

  it('stay within what may be kept', () => {
    const many = Array.from({ length: chaptersMax + 5 }, (_, i) => `${i}:00 T`).join('\n');
    expect(read(many)).toHaveLength(chaptersMax);
    expect(codes(many)).toContain('text.1 many');
    expect(codes('0:00 A\n0:00 B')).toEqual(['text.2 sameTime']);
    expect(read(`0:00 ${'x'.repeat(999)}`)[0]![1]).toHaveLength(255);
    expect(read('')).toEqual([]);
  });

  it.each([' - ', '0:', '(', 'a:', '• ', '1. ', '0:00', '<chapters>', '<a ', '[', '0\t'])(
    'take a time that grows with the length alone, of very many “%s”',
    (part) => {
      const shares = growthOf((length) => importChapters(part.repeat(length)), 700_000);
      expect(shares).toBeLessThan(steadyGrowth);
      const lines = growthOf((length) => importChapters(`${part.repeat(600)}x\n`.repeat(length)), 1000);
      expect(lines).toBeLessThan(steadyGrowth);
    },
  );

  it('come back from what is written', () => {
    const chapters = [
      { startMs: 0, title: 'A <&"> B', url: 'https://example.org/?a=1&b=2' },
      { startMs: 3_723_250, title: 'Deux', url: '' },
    ];
    expect(importChapters(writeSimpleChapters(chapters)).chapters).toEqual(chapters);
    expect(writeChapterList(chapters)).toBe('00:00:00 A <&"> B\n01:02:03 Deux\n');
    expect(writeChapterList([{ startMs: 61_000, title: 'x', url: '' }])).toBe('01:01 x\n');
  });
});

describe('what platforms want of chapters', () => {
  const list = (...starts: number[]) => starts.map((s) => ({ startMs: s * 1000, title: 'T' }));
  const found = (chapters: ReturnType<typeof list>, durationMs: number | null = 600_000) =>
    Object.fromEntries(
      Object.entries(checkChapters(chapters, durationMs)).map(([name, remarks]) => [
        name,
        remarks.map(({ code, isAdvice }) => `${isAdvice ? '~' : ''}${code.split('.')[1]}`),
      ]),
    );

  it('is nothing of a good list', () => {
    expect(found(list(0, 60, 120))).toEqual({ apple: [], spotify: [], youtube: [] });
  });

  it.each([
    [list(5, 60, 120), 'firstAtZero'],
    [list(0, 60), 'few'],
    [list(0, 60, 60), 'order'],
    [list(0, 60, 600), 'beyondEnd'],
    [list(), 'none'],
  ])('is told to all of them: %j', (chapters, code) => {
    expect(Object.values(found(chapters)).every((codes) => codes.includes(code))).toBe(true);
  });

  it('is ten seconds for YouTube and thirty, as advice, for Spotify, also for the last one', () => {
    expect(found(list(0, 60, 65))).toEqual({ apple: [], spotify: ['~short'], youtube: ['close'] });
    expect(found(list(0, 60, 595))).toEqual({ apple: [], spotify: ['~short'], youtube: ['close'] });
    expect(found(list(0, 60, 80), null)).toEqual({ apple: [], spotify: ['~short'], youtube: [] });
  });

  it('is a short title', () => {
    const long = list(0, 60, 120).map((chapter) => ({ ...chapter, title: 'é'.repeat(42) }));
    expect(found(long)).toEqual({ apple: [], spotify: ['~longTitles'], youtube: [] });
  });
});
