import sharp, { type Region } from 'sharp';

/** What a square code says, read from its pixels as a phone would, without mending errors (ISO/IEC 18004, versions 1 to 6). */
export interface ReadQr {
  text: string;
  /** `M` mends 15 %. */
  level: 'L' | 'M' | 'Q' | 'H';
  /** Modules on a side. */
  size: number;
  /** Modules of light around it, the least of the four sides. */
  margin: number;
}

const masks: ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(y / 2) + Math.floor(x / 3)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];
/** Blocks, and bytes of data in each, of level M. */
const blocksOfM: [count: number, bytes: number][] = [
  [1, 16],
  [1, 28],
  [1, 44],
  [2, 32],
  [2, 43],
  [4, 27],
];

/** @param picture a picture with one upright code on light ground; `area` where, if not all of it. */
export async function readQr(picture: Buffer, area?: Region): Promise<ReadQr> {
  const whole = area ? sharp(picture).extract(area) : sharp(picture);
  const { data, info } = await whole.flatten().greyscale().raw().toBuffer({ resolveWithObject: true });
  const isDark = (x: number, y: number) => data[(y * info.width + x) * info.channels]! < 128;
  const box = boundsOf(isDark, info.width, info.height);
  let run = 0;
  while (isDark(box.left + run, box.top)) run += 1;
  const module = run / 7;
  const size = Math.round((box.right - box.left + 1) / module);
  const at = (x: number, y: number) =>
    isDark(Math.floor(box.left + (x + 0.5) * module), Math.floor(box.top + (y + 0.5) * module));
  const free = Math.min(box.left, box.top, info.width - 1 - box.right, info.height - 1 - box.bottom);
  return { ...decode(at, size), size, margin: Math.round((free / module) * 10) / 10 };
}

function boundsOf(isDark: (x: number, y: number) => boolean, width: number, height: number) {
  const box = { left: width, top: height, right: 0, bottom: 0 };
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (!isDark(x, y)) continue;
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x);
      box.top = Math.min(box.top, y);
      box.bottom = Math.max(box.bottom, y);
    }
  }
  return box;
}

type At = (x: number, y: number) => boolean;

function decode(at: At, size: number): Pick<ReadQr, 'text' | 'level'> {
  const version = (size - 17) / 4;
  const format = formatOf(at);
  const level = (['M', 'L', 'H', 'Q'] as const)[format >> 3]!;
  const [count, length] = blocksOfM[version - 1]!;
  const codewords = codewordsOf(at, size, masks[format & 7]!);
  const bytes = Array.from({ length: count }, (_, block) =>
    Array.from({ length }, (_, i) => codewords[i * count + block]!),
  ).flat();
  const bits = bytes.map((byte) => byte.toString(2).padStart(8, '0')).join('');
  if (bits.slice(0, 4) !== '0100') throw new Error('The code is not in bytes.');
  const characters = Number.parseInt(bits.slice(4, 12), 2);
  const text = Buffer.from(
    Array.from({ length: characters }, (_, i) => Number.parseInt(bits.slice(12 + i * 8, 20 + i * 8), 2)),
  );
  return { text: text.toString('utf8'), level };
}

/** Five bits: level and mask. */
function formatOf(at: At): number {
  const places = [0, 1, 2, 3, 4, 5, 7].map((x) => [x, 8] as const);
  const bits = [...places, [8, 8] as const].map(([x, y]) => (at(x, y) ? 1 : 0));
  return Number.parseInt(bits.slice(0, 5).join(''), 2) ^ 0b10101;
}

/** Two columns at a time from the right, up and down in turn, past everything that is no data. */
function codewordsOf(at: At, size: number, mask: (x: number, y: number) => boolean): number[] {
  const aligned = size - 7;
  const isNoData = (x: number, y: number) =>
    (x < 9 && (y < 9 || y > size - 9)) ||
    (x > size - 9 && y < 9) ||
    x === 6 ||
    y === 6 ||
    (size > 21 && Math.abs(x - aligned) < 3 && Math.abs(y - aligned) < 3);
  const bits: number[] = [];
  let isUp = true;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5;
    for (let i = 0; i < size; i += 1) {
      const y = isUp ? size - 1 - i : i;
      for (const x of [right, right - 1]) if (!isNoData(x, y)) bits.push(at(x, y) !== mask(x, y) ? 1 : 0);
    }
    isUp = !isUp;
  }
  return Array.from({ length: Math.floor(bits.length / 8) }, (_, i) =>
    Number.parseInt(bits.slice(i * 8, i * 8 + 8).join(''), 2),
  );
}
