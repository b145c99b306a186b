/** A piece of WebAssembly code: bytes that work on the value stack. */
export type Code = readonly number[];

/** The few instructions that the meter's loop needs; the numbers are those of the WebAssembly specification. */
export const wasm = {
  get: (local: number): Code => [0x20, ...unsigned(local)],
  set: (local: number): Code => [0x21, ...unsigned(local)],
  i32: (value: number): Code => [0x41, ...signed(value)],
  addI32: [0x6a] as Code,
  isBelow: [0x49] as Code,
  /** Of two values and a condition: the first when it holds. */
  select: [0x1b] as Code,
  /** Repeats the body while what it leaves on the stack is not zero. */
  repeat: (body: Code): Code => [0x03, 0x40, ...body, 0x0d, 0x00, 0x0b],
  /** The address is on the stack. */
  load: (offset: number): Code => simd(0x00, 4, ...unsigned(offset)),
  /** Address and value are on the stack. */
  store: (offset: number): Code => simd(0x0b, 4, ...unsigned(offset)),
  storeF32: [0x38, 2, 0] as Code,
  /** The 4 or 8 bytes at the address, the rest zero. */
  load32: simd(0x5c, 0, 0),
  load64: simd(0x5d, 0, 0),
  /** Two numbers of 16 bits, then of 32 bits, then floats; or two short floats to long ones. */
  widen16: simd(0xa7),
  toFloats: simd(0xfe),
  widenFloats: simd(0x5f),
  zero: simd(0x0c, ...Array<number>(16).fill(0)),
  /** The first lane twice. */
  firstTwice: (vector: Code): Code => [
    ...vector,
    ...vector,
    ...simd(0x0d, 0, 1, 2, 3, 4, 5, 6, 7, 0, 1, 2, 3, 4, 5, 6, 7),
  ],
  lane: (index: 0 | 1): Code => simd(0x21, index),
  addF64: [0xa0] as Code,
  shorten: [0xb6] as Code,
  abs: simd(0xec),
  add: simd(0xf0),
  sub: simd(0xf1),
  mul: simd(0xf2),
  min: simd(0xf6),
  max: simd(0xf7),
};

const i32Type = 0x7f;
const v128Type = 0x7b;

/**
 * A module with one exported function `read` of so many i32 parameters and no result, and its memory. Locals are
 * numbered: parameters, `i32Locals`, then vectors of two floats.
 */
export function toModule(
  body: Code,
  shape: { readonly params: number; readonly i32Locals: number; readonly vectors: number; readonly pages: number },
): Uint8Array<ArrayBuffer> {
  const locals = [2, ...unsigned(shape.i32Locals), i32Type, ...unsigned(shape.vectors), v128Type];
  const code = [...locals, ...body, 0x0b];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, [1, 0x60, ...unsigned(shape.params), ...Array<number>(shape.params).fill(i32Type), 0]),
    ...section(3, [1, 0]),
    ...section(5, [1, 0x00, ...unsigned(shape.pages)]),
    ...section(7, [2, ...name('read'), 0x00, 0, ...name('memory'), 0x02, 0]),
    ...section(10, [1, ...unsigned(code.length), ...code]),
  ]);
}

function section(id: number, content: Code): Code {
  return [id, ...unsigned(content.length), ...content];
}

function name(text: string): Code {
  return [text.length, ...[...text].map((letter) => letter.charCodeAt(0))];
}

function simd(operation: number, ...rest: number[]): Code {
  return [0xfd, ...unsigned(operation), ...rest];
}

/** LEB128. */
function unsigned(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
}

function signed(value: number): number[] {
  const rest = value >> 7;
  const isLast = (rest === 0 && (value & 0x40) === 0) || (rest === -1 && (value & 0x40) !== 0);
  return isLast ? [value & 0x7f] : [(value & 0x7f) | 0x80, ...signed(rest)];
}
