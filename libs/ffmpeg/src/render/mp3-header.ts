import { frameBytes } from './mp3-frames.js';

/**
 * The first frame of an MP3, which holds no sound but says how much there is: Xing/Info with LAME's extension. Reads
 * and changes only what we wrote ourselves.
 */
export interface Mp3Header {
  /** Where it begins in the bytes that were searched, and how long it is. */
  readonly start: number;
  readonly bytes: number;
  /** Samples that the encoder put before the sound, and after it. Zero and zero: unknown. */
  readonly delay: number;
  readonly padding: number;
}

/** Offsets from the letters `Info`. */
const framesAt = 8;
const bytesAt = 12;
const tocAt = 16;
const delayAt = 141;
const lengthAt = 148;
const crcAt = 154;
const end = 156;

/** Reads the header frame at that place; null when there is none or it lacks the extension. */
export function readMp3Header(head: Buffer, start = 0): Mp3Header | null {
  const bytes = frameBytes(head, start);
  const info = start + infoOffset(head, start);
  if (bytes === null || head.length < info + end) return null;
  if (!['Info', 'Xing'].includes(head.toString('latin1', info, info + 4))) return null;
  const both = head.readUIntBE(info + delayAt, 3);
  return { start, bytes, delay: both >> 12, padding: both & 0xfff };
}

export interface HeaderChange {
  /** Without the header frame. */
  readonly frames?: number;
  /** With the header frame. */
  readonly bytes?: number;
  readonly delay: number;
  readonly padding: number;
}

/** Writes the changed numbers into the bytes, with the checksum over them. The places for seeking are those of a constant rate. */
export function changeMp3Header(head: Buffer, { start }: Mp3Header, change: HeaderChange): void {
  const info = start + infoOffset(head, start);
  if (change.frames !== undefined) head.writeUInt32BE(change.frames, info + framesAt);
  if (change.bytes !== undefined) {
    head.writeUInt32BE(change.bytes, info + bytesAt);
    head.writeUInt32BE(change.bytes, info + lengthAt);
    for (let i = 0; i < 100; i += 1) head[info + tocAt + i] = Math.floor((i * 256) / 100);
  }
  head.writeUIntBE((change.delay << 12) | change.padding, info + delayAt, 3);
  head.writeUInt16BE(crc16(head.subarray(start, info + crcAt)), info + crcAt);
}

/** Behind the frame's own four bytes and its side information, which is shorter for mono. */
function infoOffset(head: Buffer, start: number): number {
  return (head[start + 3] ?? 0) >> 6 === 3 ? 4 + 17 : 4 + 32;
}

/** CRC-16 as LAME computes it (ANSI, reflected). */
function crc16(bytes: Uint8Array): number {
  let crc = 0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xa001 : crc >>> 1;
  }
  return crc;
}
