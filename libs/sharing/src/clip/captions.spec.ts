import { toCaptions } from '#libs/catalog';
import { toShownWords } from './caption-times.plan.js';
import { toSrt, toVtt } from './subtitles.plan.js';

describe('the captions of a clip', () => {
  const cues = [
    { startMs: 300, endMs: 2000, text: 'One & two' },
    { startMs: 2400, endMs: 4000, text: 'three -->\nfour' },
    { startMs: 6000, endMs: 7000, text: 'five' },
  ];

  it('are files that players read, without anything that ends or begins a caption in their words', () => {
    expect(toVtt(cues.slice(0, 2))).toBe(
      'WEBVTT\n\n00:00:00.300 --> 00:00:02.000\nOne &amp; two\n\n00:00:02.400 --> 00:00:04.000\nthree →\nfour\n',
    );
    expect(toSrt(cues.slice(0, 1))).toBe('1\n00:00:00,300 --> 00:00:02,000\nOne & two\n');
  });

  it('stand from the first picture on and over short gaps, and fill the whole film', () => {
    const shown = toShownWords(cues, 8000);
    expect(shown.map(({ text, durationMs }) => [text, durationMs])).toEqual([
      ['One & two', 2400],
      ['three -->\nfour', 1600],
      ['', 2000],
      ['five', 1000],
      ['', 1000],
    ]);
  });

  it('come from the transcript in two short lines at most, from the begin of the clip', () => {
    const text = 'You earn trust with a date you keep and never with a logo that somebody has drawn for you once.';
    const found = toCaptions([{ startMs: 10_000, endMs: 20_000, text, name: '' } as never], 12_000, 18_000);
    expect(found.length).toBeGreaterThan(0);
    for (const cue of found) {
      expect(cue.startMs).toBeGreaterThanOrEqual(0);
      expect(cue.endMs).toBeLessThanOrEqual(6000);
      expect(cue.text.split('\n').every((line) => line.length <= 32)).toBe(true);
      expect(cue.text.split('\n').length).toBeLessThanOrEqual(2);
    }
  });
});
