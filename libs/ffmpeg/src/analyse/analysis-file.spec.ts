import { analysisOf } from '../test-analysis.js';
import { decodeAnalysis, encodeAnalysis } from './analysis-file.js';

const unreadable = expect.objectContaining({ code: 'ANALYSIS_UNREADABLE' });

describe('an analysis as a file', () => {
  it.each([1, 2] as const)('comes back as it was, with %i channels, wherever its bytes lie', (channels) => {
    const analysis = analysisOf({ channels, emptyChannel: null, hum: { hertz: 50, levelDbfs: -44.5 } });
    const bytes = encodeAnalysis(analysis);
    const moved = Buffer.concat([Buffer.from('?'), bytes]).subarray(1);
    expect(decodeAnalysis(bytes)).toEqual(analysis);
    expect(decodeAnalysis(moved)).toEqual(analysis);
  });

  it('is refused when it is cut, something else, or of the first version', () => {
    const bytes = encodeAnalysis(analysisOf());
    const first = Buffer.from(bytes);
    first.write('ESTRADE-ANALYSIS-1');
    for (const bad of [
      first,
      bytes.subarray(0, -4),
      bytes.subarray(0, -1),
      bytes.subarray(0, 25),
      Buffer.from('hello'),
    ]) {
      expect(() => decodeAnalysis(bad)).toThrow(unreadable);
    }
  });
});
