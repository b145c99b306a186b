import { toSentences } from './sentences.plan.js';

const said = (text: string) =>
  toSentences([{ startMs: 0, endMs: 10_000, speaker: '', name: 'Ann', personId: null, text } as never]).map(
    ({ text: each }) => each,
  );

describe('the sentences of a transcript', () => {
  it('end with their signs and quotation marks, and not behind initials', () => {
    expect(said('He said “no.” Then he left… Why?! J. Smith knows.')).toEqual([
      'He said “no.”',
      'Then he left…',
      'Why?!',
      'J. Smith knows.',
    ]);
  });

  it('are found in no time among very many signs', () => {
    const start = performance.now();
    for (const sign of ['.', ')', '"', '…', '’', '« ']) said(`${sign.repeat(25_000)} Yes.`);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
