/** What a test recording is like; `declaredBytes` lets its header promise another length than it has. */
export interface SoundShape {
  seconds: number;
  rate?: number;
  channels?: number;
  declaredBytes?: number;
  seed?: number;
}

/** A WAV of 16 bits: a voice-like tone in phrases, over noise, so that no two places of it have the same bytes. */
export function makeRecording({ seconds, rate = 48_000, channels = 2, declaredBytes, seed = 1 }: SoundShape): Buffer {
  const frames = Math.round(seconds * rate);
  const bytes = Buffer.alloc(44 + frames * channels * 2);
  const dataBytes = declaredBytes ?? bytes.length - 44;
  bytes.write('RIFF', 0);
  bytes.writeUInt32LE(36 + dataBytes, 4);
  bytes.write('WAVEfmt ', 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(channels, 22);
  bytes.writeUInt32LE(rate, 24);
  bytes.writeUInt32LE(rate * channels * 2, 28);
  bytes.writeUInt16LE(channels * 2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36);
  bytes.writeUInt32LE(dataBytes, 40);
  const samples = new Int16Array(bytes.buffer, bytes.byteOffset + 44, frames * channels);
  let noise = seed;
  for (let frame = 0; frame < frames; frame += 1) {
    const second = frame / rate;
    const phrase = Math.sin(second * 1.7) > -0.4 ? 4000 : 60;
    const voice = phrase * Math.sin(second * 900) * (1 + Math.sin(second * 23));
    for (let channel = 0; channel < channels; channel += 1) {
      noise = (Math.imul(noise, 1_664_525) + 1_013_904_223) | 0;
      samples[frame * channels + channel] = voice + (noise >> 24);
    }
  }
  return bytes;
}
