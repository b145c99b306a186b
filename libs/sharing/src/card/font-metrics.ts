import { inflateSync } from 'node:zlib';

/** Which characters a font has, and how wide each is; in thousandths of the type size. */
export type FontMetrics = ReadonlyMap<number, number>;

/** Reads widths out of a WOFF file (W3C WOFF 1.0, sections 3 to 5; OpenType `cmap` formats 4 and 12, `hmtx`). */
export function readMetrics(woff: Buffer): FontMetrics {
  const unitsPerEm = table(woff, 'head').readUInt16BE(18);
  const longMetrics = table(woff, 'hhea').readUInt16BE(34);
  const hmtx = table(woff, 'hmtx');
  const advance = (glyph: number) => hmtx.readUInt16BE(Math.min(glyph, longMetrics - 1) * 4);
  const widths = new Map<number, number>();
  for (const [code, glyph] of glyphsOf(table(woff, 'cmap'))) widths.set(code, (advance(glyph) * 1000) / unitsPerEm);
  return widths;
}

function table(woff: Buffer, tag: string): Buffer {
  const count = woff.readUInt16BE(12);
  for (let at = 44; at < 44 + count * 20; at += 20) {
    if (woff.toString('latin1', at, at + 4) !== tag) continue;
    const [offset, packed, length] = [4, 8, 12].map((field) => woff.readUInt32BE(at + field)) as [
      number,
      number,
      number,
    ];
    const bytes = woff.subarray(offset, offset + packed);
    return packed < length ? inflateSync(bytes) : bytes;
  }
  throw new Error(`The font has no table ${tag}.`);
}

function* glyphsOf(cmap: Buffer): Generator<[code: number, glyph: number]> {
  const count = cmap.readUInt16BE(2);
  for (let i = 0; i < count; i += 1) {
    const sub = cmap.subarray(cmap.readUInt32BE(4 + i * 8 + 4));
    const format = sub.readUInt16BE(0);
    if (format === 4) yield* segments(sub);
    if (format === 12) yield* groups(sub);
  }
}

function* segments(sub: Buffer): Generator<[number, number]> {
  const twice = sub.readUInt16BE(6);
  for (let at = 0; at < twice; at += 2) {
    const end = sub.readUInt16BE(14 + at);
    const start = sub.readUInt16BE(16 + twice + at);
    const delta = sub.readInt16BE(16 + twice * 2 + at);
    const rangeAt = 16 + twice * 3 + at;
    const range = sub.readUInt16BE(rangeAt);
    for (let code = start; code <= end && code !== 0xffff; code += 1) {
      const raw = range === 0 ? code : sub.readUInt16BE(rangeAt + range + (code - start) * 2);
      const glyph = range !== 0 && raw === 0 ? 0 : (raw + delta) & 0xffff;
      if (glyph !== 0) yield [code, glyph];
    }
  }
}

function* groups(sub: Buffer): Generator<[number, number]> {
  const count = sub.readUInt32BE(12);
  for (let at = 16; at < 16 + count * 12; at += 12) {
    const [start, end, first] = [0, 4, 8].map((field) => sub.readUInt32BE(at + field)) as [number, number, number];
    for (let code = start; code <= end; code += 1) yield [code, first + code - start];
  }
}
