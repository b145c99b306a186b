import { toWav } from '../test-media.js';
import { readWavHeader } from './wav-header.js';

const wav = toWav({ seconds: 2, rate: 8000, sample: () => 0 });

describe('readWavHeader', () => {
  it('reads the declared length even when the sound is cut', () => {
    expect(readWavHeader(wav.subarray(0, 100))).toBe(2000);
  });

  it('knows that a streaming recorder left the length open', () => {
    const open = Buffer.from(wav);
    open.writeUInt32LE(0xffffffff, 40);
    expect(readWavHeader(open)).toBeNull();
  });

  it('says nothing about other files', () => {
    expect(readWavHeader(Buffer.from('fLaC and more'))).toBeNull();
  });
});
