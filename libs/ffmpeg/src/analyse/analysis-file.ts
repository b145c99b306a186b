import { EstradeError } from '#libs/kernel';
import type { Analysis } from './analysis.js';

const magic = 'ESTRADE-ANALYSIS-2\n';
const headStart = magic.length + 4;

/**
 * The analysis as bytes: a line, the length of the JSON, the JSON padded so that the floats begin at a multiple of
 * four, then bins and bands as little-endian floats. 20 bytes per 10 ms of stereo: 7.2 MB an hour.
 */
export function encodeAnalysis(analysis: Analysis): Buffer {
  const { bins, bands, ...rest } = analysis;
  const shape: Shape = { channels: bins.energy.length, bins: bins.peak.length, bands: bands.voice.length };
  const json = JSON.stringify({ ...rest, shape });
  const padding = (4 - ((headStart + Buffer.byteLength(json)) % 4)) % 4;
  const head = Buffer.from(json + ' '.repeat(padding));
  const size = Buffer.alloc(4);
  size.writeUInt32LE(head.length);
  const floats = [
    ...bins.energy,
    ...[bins.peak, bins.plainEnergy, bins.plainPeak],
    ...[bands.voice, bands.air, bands.tonality],
  ];
  return Buffer.concat([Buffer.from(magic), size, head, ...floats.map(toBytes)]);
}

/**
 * Opens what `encodeAnalysis` wrote.
 * @throws EstradeError ANALYSIS_UNREADABLE when the bytes are something else, cut or of an older version: analyse again.
 */
export function decodeAnalysis(bytes: Uint8Array): Analysis {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.subarray(0, magic.length).toString() !== magic || buffer.length < headStart) throw unreadable();
  const end = headStart + buffer.readUInt32LE(magic.length);
  if (buffer.length < end) throw unreadable();
  const { shape, ...rest } = JSON.parse(buffer.subarray(headStart, end).toString()) as StoredHead;
  const floats = toFloats(buffer.subarray(end));
  if (floats.length !== shape.bins * (shape.channels + 3) + shape.bands * 3) throw unreadable();
  let at = 0;
  const take = (length: number) => floats.subarray(at, (at += length));
  const energy = Array.from({ length: shape.channels }, () => take(shape.bins));
  return {
    ...rest,
    bins: { energy, peak: take(shape.bins), plainEnergy: take(shape.bins), plainPeak: take(shape.bins) },
    bands: { voice: take(shape.bands), air: take(shape.bands), tonality: take(shape.bands) },
  };
}

interface Shape {
  readonly channels: number;
  readonly bins: number;
  readonly bands: number;
}
type StoredHead = Omit<Analysis, 'bins' | 'bands'> & { readonly shape: Shape };

function toBytes(values: Float32Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}

/** A view where the bytes lie at a multiple of four, else a copy. */
function toFloats(bytes: Buffer): Float32Array {
  if (bytes.length % 4 !== 0) throw unreadable();
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes);
  return new Float32Array(aligned.buffer, aligned.byteOffset, aligned.length / 4);
}

function unreadable(): EstradeError {
  return new EstradeError(
    'ANALYSIS_UNREADABLE',
    500,
    'The stored measurement of this sound cannot be read; it has to be measured again.',
  );
}
