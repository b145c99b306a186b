/** What a test sound is like: 16 bits, mono, 48 kHz. */
export interface SoundShape {
  readonly seconds: number;
  /** 0 to 1, at its loudest. */
  readonly level?: number;
  readonly hertz?: number;
  readonly seed?: number;
}

const rate = 48_000;

/** For tests: a steady tone. */
export function makeTone({ seconds, level = 0.2, hertz = 440 }: SoundShape): Buffer {
  return toWav(seconds, (at) => level * Math.sin(2 * Math.PI * hertz * at));
}

/** For tests: something in phrases and syllables over a little noise, which counts as speech. */
export function makeSpeech({ seconds, level = 0.25, hertz = 180, seed = 1 }: SoundShape): Buffer {
  let noise = seed;
  return toWav(seconds, (at) => {
    noise = (Math.imul(noise, 1_664_525) + 1_013_904_223) | 0;
    const phrase = (at + seed) % 3 < 2.3 ? 1 : 0.002;
    const syllable = 0.4 + 0.6 * Math.abs(Math.sin(at * 9));
    const voice = [1, 2, 3, 5, 8].reduce((sum, n) => sum + Math.sin(2 * Math.PI * hertz * n * at) / n, 0) / 2;
    return level * phrase * syllable * voice + (noise / 2 ** 31) * 0.0005;
  });
}

function toWav(seconds: number, sample: (at: number) => number): Buffer {
  const frames = Math.round(seconds * rate);
  const bytes = Buffer.alloc(44 + frames * 2);
  bytes.write('RIFF', 0);
  bytes.writeUInt32LE(36 + frames * 2, 4);
  bytes.write('WAVEfmt ', 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(rate, 24);
  bytes.writeUInt32LE(rate * 2, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36);
  bytes.writeUInt32LE(frames * 2, 40);
  for (let i = 0; i < frames; i += 1) bytes.writeInt16LE(Math.round(sample(i / rate) * 32_767), 44 + i * 2);
  return bytes;
}
