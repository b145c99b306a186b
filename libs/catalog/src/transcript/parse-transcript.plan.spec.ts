import { growthOf, steadyGrowth } from '../../../../test/growth.js';
import { detectFormat, parseTranscript } from './parse-transcript.plan.js';
import { segmentsMax } from './transcript.plan.js';

const read = (text: string, known?: string[]) => parseTranscript(text, { known });
const said = (text: string, known?: string[]) =>
  read(text, known).segments.map(({ startMs, speaker, text: words }) => [startMs, speaker, words]);
const codes = (text: string) => read(text).problems.map(({ path, message }) => `${path} ${message.split('.').at(-1)}`);

describe('the format of a transcript', () => {
  it.each([
    ['WEBVTT\n\n00:00.000 --> 00:01.000\nHi', 'vtt'],
    ['\ufeffWEBVTT - Title\n', 'vtt'],
    ['{"version":"1.0.0","segments":[]}', 'json'],
    [' [ {"start":0,"text":"a"} ]', 'json'],
    ['<!DOCTYPE html><p>Hi', 'html'],
    ['<cite>Jane:</cite>', 'html'],
    ['1\r\n00:00:00,000 --> 00:00:01,000\r\nHi', 'srt'],
    ['[00:00:00.000 --> 00:00:04.000] Hi', 'txt'],
    ['[00:05] Jane: Hi', 'txt'],
    ['Jane: Hi', 'txt'],
  ])('of %j is found by what it says', (text, format) => {
    expect(detectFormat(text)).toBe(format);
  });
});

describe('WebVTT', () => {
  it('gives voices, and passes over comments, styles, settings, names of cues and other tags', () => {
    const text = `WEBVTT Kind: captions
Language: fr

STYLE
::cue { color: red }

NOTE a --> b is no cue

intro
00:01.500 --> 00:04.000 align:start position:0%
<v.loud Ève Côté>Bonjour &amp; <i>bienvenue</i>.

01:00:04.000 --> 01:00:06.000
<v Jean>Merci.</v>
<v Ève Côté>De rien.</v>
`;
    expect(said(text)).toEqual([
      [1500, 'Ève Côté', 'Bonjour & bienvenue.'],
      [3_604_000, 'Jean', 'Merci.'],
      [3_604_000, 'Ève Côté', 'De rien.'],
    ]);
    expect(read(text)).toMatchObject({ format: 'vtt', isTimed: true, problems: [], refusals: [] });
  });

  it('says a line of rolling captions once', () => {
    const text = `WEBVTT

00:00:00.000 --> 00:00:02.000
 
hello<00:00:00.500><c> there</c>

00:00:02.000 --> 00:00:02.010
hello there
 
00:00:02.010 --> 00:00:04.000
hello there
how<00:00:02.500><c> are you</c>
`;
    expect(said(text)).toEqual([
      [0, '', 'hello there'],
      [2010, '', 'how are you'],
    ]);
  });

  it('takes names before colons where there are no voices', () => {
    const cue = (n: number, words: string) => `00:0${n}.000 --> 00:0${n + 1}.000\n${words}\n\n`;
    expect(said(`WEBVTT\n\n${cue(0, 'Jean: Un')}${cue(1, 'deux')}${cue(2, 'Ève: Trois')}`, ['Jean', 'Ève'])).toEqual([
      [0, 'Jean', 'Un'],
      [1000, 'Jean', 'deux'],
      [2000, 'Ève', 'Trois'],
    ]);
  });
});

describe('SubRip', () => {
  it('is read with wrong numbers, dots, without empty lines, with any line end and a byte order mark', () => {
    const text =
      '\ufeff7\r\n00:00:01,000 --> 00:00:02.500\r\nOne\r\n7\r\n0:00:03,5 --> 00:00:04,000\r\n<font color="x">Two</font>\r\n\r\n{\\an8}lost\r\n00:00:05,000 --> 00:00:06,000\r\nThree\r\nlines';
    expect(said(text)).toEqual([
      [1000, '', 'One'],
      [3500, '', 'Two'],
      [5000, '', 'Three\nlines'],
    ]);
  });

  it('names the line of a time that it cannot read, and keeps the rest in order', () => {
    const text =
      '1\n00:00:05,000 --> 00:00:06,000\nB\n\n2\n00:00:xx --> 00:00:01,000\nlost\n\n3\n00:00:02,000 --> 00:00:01,000\nA\n';
    expect(said(text).map(([, , words]) => words)).toEqual(['A', 'B']);
    expect(codes(text)).toEqual(['text.6 time', 'text.10 order']);
  });

  it('goes on with a speaker until the next name', () => {
    const cue = (n: number, words: string) => `${n}\n00:00:0${n},000 --> 00:00:0${n},900\n${words}\n\n`;
    expect(
      said(cue(1, 'Tom: Hi. One thing: it works.') + cue(2, 'Yes: it does.') + cue(3, 'ANNE: Oh') + cue(4, 'Tom: So')),
    ).toEqual([
      [1000, 'Tom', 'Hi. One thing: it works.'],
      [2000, 'Tom', 'Yes: it does.'],
      [3000, 'ANNE', 'Oh'],
      [4000, 'Tom', 'So'],
    ]);
  });
});

describe('JSON', () => {
  it('is read as the podcast namespace and as recognisers write it', () => {
    const namespace = { version: '1.0.0', segments: [{ speaker: 'Ève', startTime: 0.5, endTime: 2, body: 'Bonjour' }] };
    expect(read(JSON.stringify(namespace)).segments).toEqual([
      { startMs: 500, endMs: 2000, speaker: 'Ève', text: 'Bonjour' },
    ]);
    expect(said(JSON.stringify({ segments: [{ id: 0, start: '1.25', end: 2, text: ' Hi ' }] }))).toEqual([
      [1250, '', 'Hi'],
    ]);
  });

  it('joins single words to sentences', () => {
    const words = 'One two three four five. Six seven eight nine ten.'.split(' ');
    const segments = words.map((body, i) => ({ startTime: i / 2, endTime: i / 2 + 0.4, body, speaker: 'A' }));
    expect(said(JSON.stringify({ segments }))).toEqual([
      [0, 'A', 'One two three four five.'],
      [2500, 'A', 'Six seven eight nine ten.'],
    ]);
  });

  it('refuses what is no list of segments, and leaves out single ones that are none', () => {
    expect(read('{"a":1').refusals.map(({ message }) => message)).toEqual([
      'error.field.transcript.nothing',
      'error.field.transcript.json',
    ]);
    expect(codes('[{"start":0,"text":"a"},{"start":-1,"text":"b"},7]')).toEqual(['text.2 segment', 'text.3 segment']);
  });
});

describe('plain text', () => {
  it('without times has names and paragraphs', () => {
    const { segments, isTimed } = read(
      'Ève : Bonjour.\nSuite.\n\nAutre paragraphe.\n\nJean: Oui.\nÈve : Bien.\nJean: Non.',
    );
    expect(isTimed).toBe(false);
    expect(segments.map(({ speaker, text, startMs }) => [startMs, speaker, text])).toEqual([
      [null, 'Ève', 'Bonjour.\nSuite.'],
      [null, 'Ève', 'Autre paragraphe.'],
      [null, 'Jean', 'Oui.'],
      [null, 'Ève', 'Bien.'],
      [null, 'Jean', 'Non.'],
    ]);
  });

  it.each([
    ['[0:05] Jane: One\n[0:09] Jane: Two'],
    ['(00:05) Jane: One\n(00:00:09) Jane: Two'],
    ['Jane [00:05]: One\nJane (0:09): Two'],
    ['Jane  0:05\nOne\n\nJane  0:09\n\nTwo'],
    ['0:05 - Jane: One\n0:09 - Jane: Two'],
    ['[00:00:05.000 --> 00:00:08.000]  Jane: One\n[00:00:09.000 --> 00:00:10.000]  Jane: Two'],
  ])('with times is read from %j', (text) => {
    expect(said(text)).toEqual([
      [5000, 'Jane', 'One'],
      [9000, 'Jane', 'Two'],
    ]);
  });

  it('puts paragraphs without a time between those with one, and says so', () => {
    const text = '[0:10] A: aaaa\n\naaaa\n\nA: bbbb\n[0:22] B: done\nB: and on';
    expect(said(text).map(([at]) => at)).toEqual([10_000, 14_000, 18_000, 22_000, 22_267]);
    expect(codes(text)).toEqual(['text.1 guessed']);
  });

  it('does not take a single time for a timed text', () => {
    expect(read('Recorded at\n[10:30] today.\n\nMore.').isTimed).toBe(false);
  });
});

describe('HTML', () => {
  it('gives speakers, times and words of the podcast namespace, and nothing that runs', () => {
    const text = `<!DOCTYPE html><html><head><title>x</title></head><body><script>alert("<p>no</p>")</script>
<cite>Kevin:</cite>\n<time>0:00</time>\n<p>Hi &amp; <b>welcome</b>&#8230;</p><p>More</p>
<!-- <p>hidden</p> --><cite>Ève</cite><time>1:02:03</time><p>Oui<br>non</p></body></html>`;
    expect(said(text)).toEqual([
      [0, 'Kevin', 'Hi & welcome…'],
      [0, 'Kevin', 'More'],
      [3_723_000, 'Ève', 'Oui\nnon'],
    ]);
  });

  it('reads other pages by their paragraphs', () => {
    expect(
      said('<div><p>Jane: One</p><p>Tom: Two</p><p>Jane: Three</p><p>Tom: Four</p></div>').map(([, who]) => who),
    ).toEqual(['Jane', 'Tom', 'Jane', 'Tom']);
  });
});

describe('bad input', () => {
  it('without any words is refused, and so is too much', () => {
    for (const text of ['', '\u0000\u0001', 'WEBVTT\n\n00:00.000 --> 00:01.000\n\n', '<p></p>']) {
      expect(read(text).refusals[0]!.message).toBe('error.field.transcript.nothing');
    }
    const cues = Array.from({ length: segmentsMax + 1 }, () => '00:00.000 --> 00:01.000\nx\n\n').join('');
    expect(read(`WEBVTT\n\n${cues}`).refusals[0]!.message).toBe('error.field.transcript.many');
    expect(read('x'.repeat(5_000_001)).refusals[0]!.message).toBe('error.field.transcript.long');
  });

  it.each([
    ['WEBVTT\n\n00:00.000 --> 00:01.000\n', '<v ', '', 300_000],
    ['<cite>', '<script>', '', 300_000],
    ['', '<', '', 2_000_000],
    ['', '<!--', '', 500_000],
    ['', '[', '', 1_000_000],
    ['', 'a ', ':', 500_000],
    ['', '0:', '', 500_000],
    ['J', ' ', '0:0', 500_000],
    ['1\n00:00:00,000 --> 00:00:01,000\n', '&', '', 1_000_000],
    ['', 'A: b\n', '', 200_000],
  ])('of very many marks takes a time that grows with their number alone: %j, %j, %j', (before, mark, after, many) => {
    const growth = growthOf((length) => read(before + mark.repeat(length) + after), many);
    expect(growth).toBeLessThan(steadyGrowth);
  });

  it('keeps no control characters and nothing that turns the direction', () => {
    expect(said('WEBVTT\n\n00:00.000 --> 00:01.000\n<v A\u202e>b\u000b\ud800 \u202ec')).toEqual([
      [0, 'A', 'b\ufffd c'],
    ]);
  });
});
