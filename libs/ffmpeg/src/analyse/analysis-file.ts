import { EstradeError } from '#libs/kernel';
import type { Analysis } from './analysis.js';

const magic = 'ESTRADE-ANALYSIS-1\n';

/** The analysis as bytes: a line, the length of the JSON, the JSON, then the bins as little-endian floats. */
export function encodeAnalysis(analysis: Analysis): Buffer {
  const { bins, ...rest } = analysis;
  const head = Buffer.from(
    JSON.stringify({ ...rest, bins: { length: bins.peak.length, channels: bins.energy.length } }),
  );
  const size = Buffer.alloc(4);
  size.writeUInt32LE(head.length);
  return Buffer.concat([Buffer.from(magic), size, head, ...[...bins.energy, bins.peak].map(toBytes)]);
}

/**
 * Opens what `encodeAnalysis` wrote.
 * @throws EstradeError ANALYSIS_UNREADABLE when the bytes are something else or cut: analyse again.
 */
export function decodeAnalysis(bytes: Uint8Array): Analysis {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.subarray(0, magic.length).toString() !== magic) throw unreadable();
  const start = magic.length + 4;
  const end = start + (buffer.length < start ? 0 : buffer.readUInt32LE(magic.length));
  if (buffer.length < end) throw unreadable();
  const { bins, ...rest } = JSON.parse(buffer.subarray(start, end).toString()) as StoredHead;
  const step = bins.length * 4;
  if (buffer.length !== end + step * (bins.channels + 1)) throw unreadable();
  const arrays = Array.from({ length: bins.channels + 1 }, (_, index) =>
    toFloats(buffer.subarray(end + index * step, end + (index + 1) * step)),
  );
  return { ...rest, bins: { energy: arrays.slice(0, bins.channels), peak: arrays[bins.channels]! } };
}

type StoredHead = Omit<Analysis, 'bins'> & { bins: { length: number; channels: number } };

function toBytes(values: Float32Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}

/** Copied, because floats must begin at a multiple of four. */
function toFloats(bytes: Uint8Array): Float32Array {
  return new Float32Array(new Uint8Array(bytes).buffer);
}

function unreadable(): EstradeError {
  return new EstradeError(
    'ANALYSIS_UNREADABLE',
    500,
    'The stored measurement of this sound cannot be read; it has to be measured again.',
  );
}
