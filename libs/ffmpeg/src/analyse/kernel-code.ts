import { type Code, toModule, wasm } from './wasm.js';

/** How the samples lie: whole numbers of 16 bits or floats, one or two channels. */
export interface SampleShape {
  readonly sample: 's16' | 'f32';
  readonly channels: 1 | 2;
}

/** Where things lie in the kernel's memory, in bytes. Vectors have a lane of 8 bytes for each channel. */
export const layout = {
  /** The coefficients in the order of `coefficientNames`. */
  coefficients: 0,
  /** Two memories for each of four filters. */
  state: 256,
  /** Where each call goes on counting, in the order of `resultNames`. */
  results: 512,
  /** Sums of groups of samples as short floats. */
  sums: 1024,
  /** After room for the sums of a second. */
  pcm: 8192,
} as const;

export const coefficientNames = ['b1', 'b2', 'a1', 'a2', 'c1', 'c2', 'd1', 'd2'] as const;
export const stateNames = ['s1', 's2', 't1', 't2', 'u1', 'u2', 'v1', 'v2'] as const;
export const resultNames = ['plain', 'cleaned', 'peak', 'min', 'max'] as const;

const [at, end, group, sums, groupEnd] = [0, 1, 2, 3, 4];
const vectorNames = [...coefficientNames, ...stateNames, ...resultNames, 'sum', 'x', 'y', 'z'] as const;
type Vector = (typeof vectorNames)[number];

const local = (name: Vector) => 5 + vectorNames.indexOf(name);
const v = (name: Vector) => wasm.get(local(name));
const put = (name: Vector, ...code: Code[]): Code => [...code.flat(), ...wasm.set(local(name))];
const plus = (...[first, ...others]: Code[]): Code => [
  ...first!,
  ...others.flatMap((other) => [...other, ...wasm.add]),
];
const minus = (from: Code, ...others: Code[]): Code => [...from, ...others.flatMap((other) => [...other, ...wasm.sub])];
const times = (a: Code, b: Code): Code => [...a, ...b, ...wasm.mul];

/** `to` becomes `from` through the filter with the numerator 1, -2, 1, the denominator `p`, `q` and the memories `m`, `n`. */
function highpass(from: Vector, to: Vector, p: Vector, q: Vector, m: Vector, n: Vector): Code {
  return [
    ...put(to, plus(v(from), v(m))),
    ...put(m, minus(v(n), plus(v(from), v(from)), times(v(p), v(to)))),
    ...put(n, minus(v(from), times(v(q), v(to)))),
  ];
}

/** Adds the square of a vector to a sum. */
function gather(sum: Vector, of: Vector): Code {
  return put(sum, plus(v(sum), times(v(of), v(of))));
}

/** One frame: both channels at once, one in each lane. */
function frame({ sample, channels }: SampleShape): Code {
  const stereo =
    sample === 's16' ? [...wasm.load32, ...wasm.widen16, ...wasm.toFloats] : [...wasm.load64, ...wasm.widenFloats];
  const value = [...wasm.get(at), ...stereo];
  return [
    ...put('x', channels === 2 ? value : wasm.firstTwice(value)),
    ...put('min', v('x'), v('min'), wasm.min),
    ...put('max', v('x'), v('max'), wasm.max),
    ...put('sum', plus(v('sum'), v('x'))),
    // The shelf, with a numerator that begins with 1.
    ...put('y', plus(v('x'), v('s1'))),
    ...put('s1', minus(plus(times(v('b1'), v('x')), v('s2')), times(v('a1'), v('y')))),
    ...put('s2', minus(times(v('b2'), v('x')), times(v('a2'), v('y')))),
    ...highpass('y', 'z', 'c1', 'c2', 't1', 't2'),
    ...gather('plain', 'z'),
    ...highpass('z', 'y', 'd1', 'd2', 'u1', 'u2'),
    ...gather('cleaned', 'y'),
    ...highpass('x', 'z', 'd1', 'd2', 'v1', 'v2'),
    ...put('peak', v('z'), wasm.abs, v('peak'), wasm.max),
    ...wasm.get(at),
    ...wasm.i32((sample === 's16' ? 2 : 4) * channels),
    ...wasm.addI32,
    ...wasm.set(at),
  ];
}

/** Everything that the loop keeps lies in locals and is loaded before it and stored after it. */
const load = (names: readonly Vector[], from: number): Code =>
  names.flatMap((name, index) => put(name, wasm.i32(from), wasm.load(index * 16)));
const store = (names: readonly Vector[], to: number): Code =>
  names.flatMap((name, index) => [...wasm.i32(to), ...v(name), ...wasm.store(index * 16)]);

/**
 * The meter's loop as a WebAssembly module: `read(at, end, group, sums)` runs the samples from address `at` to `end`
 * through the filters, adds to the results at `layout.results`, and writes the sum of every `group` bytes of samples,
 * over both lanes, as a short float to `sums` and after it.
 */
export function kernelModule(shape: SampleShape, pages: number): Uint8Array<ArrayBuffer> {
  const isLeft = [...wasm.get(at), ...wasm.get(end), ...wasm.isBelow];
  const laterEnd = [...wasm.get(at), ...wasm.get(group), ...wasm.addI32];
  const body = [
    ...load(coefficientNames, layout.coefficients),
    ...load(stateNames, layout.state),
    ...load(resultNames, layout.results),
    ...wasm.repeat([
      ...put('sum', wasm.zero),
      ...[
        ...laterEnd,
        ...wasm.get(end),
        ...laterEnd,
        ...wasm.get(end),
        ...wasm.isBelow,
        ...wasm.select,
        ...wasm.set(groupEnd),
      ],
      ...wasm.repeat([...frame(shape), ...wasm.get(at), ...wasm.get(groupEnd), ...wasm.isBelow]),
      ...[
        ...wasm.get(sums),
        ...v('sum'),
        ...wasm.lane(0),
        ...v('sum'),
        ...wasm.lane(1),
        ...wasm.addF64,
        ...wasm.shorten,
      ],
      ...wasm.storeF32,
      ...[...wasm.get(sums), ...wasm.i32(4), ...wasm.addI32, ...wasm.set(sums)],
      ...isLeft,
    ]),
    ...store(stateNames, layout.state),
    ...store(resultNames, layout.results),
  ];
  return toModule(body, { params: 4, i32Locals: 1, vectors: vectorNames.length, pages });
}
