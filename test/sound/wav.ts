import { rate, type Signal } from './signal.js';

export type SampleFormat = 's16' | 's24' | 'f32';

const { max, min, round } = Math;

/** A WAV at 48 kHz; what is over full scale survives in `f32` only. */
export function toWav(channels: readonly Signal[], format: SampleFormat = 's16'): Buffer {
  const bytes = { s16: 2, s24: 3, f32: 4 }[format];
  const frames = channels[0]!.length;
  const data = Buffer.alloc(frames * channels.length * bytes);
  const write = {
    s16: (value: number, at: number) => data.writeInt16LE(toWhole(value, 32767), at),
    s24: (value: number, at: number) => data.writeIntLE(toWhole(value, 8388607), at, 3),
    f32: (value: number, at: number) => data.writeFloatLE(value, at),
  }[format];
  let at = 0;
  for (let frame = 0; frame < frames; frame += 1) {
    for (const channel of channels) {
      write(channel[frame]!, at);
      at += bytes;
    }
  }
  return Buffer.concat([header(channels.length, bytes, format === 'f32' ? 3 : 1, data.length), data]);
}

function toWhole(value: number, most: number): number {
  return round(max(-1, min(1, value)) * most);
}

function header(channels: number, bytes: number, kind: number, size: number): Buffer {
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + size, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(kind, 20);
  head.writeUInt16LE(channels, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate * channels * bytes, 28);
  head.writeUInt16LE(channels * bytes, 32);
  head.writeUInt16LE(bytes * 8, 34);
  head.write('data', 36);
  head.writeUInt32LE(size, 40);
  return head;
}
