import { growthOf, steadyGrowth } from '../../../../test/growth.js';
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

  it.each(['.', ')', '"', '…', '’', '« '])('are found as fast among very many “%s”', (sign) => {
    expect(growthOf((length) => said(`${sign.repeat(length)} Yes.`), 25_000)).toBeLessThan(steadyGrowth);
  });
});
