import { describe, expect, it } from '@jest/globals';
import { toPieceName } from './piece-name';

describe('the first name of a piece', () => {
  it('is that of its file, and one that is accepted', () => {
    expect(toPieceName('Ouverture.wav')).toBe('Ouverture');
    expect(toPieceName('a.b.mp3')).toBe('a.b');
    expect(toPieceName('.wav')).toBe('.wav');
    expect(toPieceName(`${'x'.repeat(300)}.wav`)).toHaveLength(120);
  });
});
