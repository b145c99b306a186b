import { packetOptions } from '../analyse/decode.preset.js';
import type { Ffmpeg } from '../find/ffmpeg.js';
import type { Sources, Track } from '../order/source.js';
import { sourceFilters } from '../order/source.preset.js';
import type { CommandInput, MediaCommand } from '../run/command.js';
import { encoderOptions, muxerOf, type OutputKind, rateFor } from './encoder.preset.js';
import type { RenderPlan } from './plan.js';
import { type ClipGroup, clipsFor, type Needed, samplesOf, type Span } from './span.plan.js';

/** The limiter looks this far ahead, in ms. */
const attackMs = 5;

/** What the command must know of the program that it is for. */
export type RenderTools = Pick<Ffmpeg, 'hasLimiterLatency' | 'isOld'>;

/** What to render of a plan, and into what. */
export interface RenderShape {
  readonly sources: Sources;
  /** Already that of the encoder (`forEncoder`). */
  readonly plan: RenderPlan;
  readonly kind: OutputKind;
  /** The gain per millisecond of the finished sound, f32le, one second longer than it; null: one plain gain. */
  readonly curveFile: string | null;
  /** Only this stretch of the finished sound; default: all of it. */
  readonly span?: Span;
  /** The encoder's options; default: those of the kind. */
  readonly encoder?: readonly string[];
  /** Beside pictures the sound begins when it began; alone it begins at once. */
  readonly keepsStart?: boolean;
}

/**
 * Describes a render: the clips of each source one after the other, in exact samples; one gain curve; the limiter; the
 * encoder. Every change of channels or rate comes before gain and limiter, or peaks would pass it.
 */
export function toRenderCommand(shape: RenderShape, tools: RenderTools): MediaCommand {
  const { plan, kind, curveFile } = shape;
  const rate = rateFor(plan, kind);
  const whole = { start: 0, end: samplesOf(plan, rate) };
  const span = shape.span ?? whole;
  const needed = clipsFor(plan, rate, span);
  const parts = needed.groups.map((group) => toPart(shape, group, rate, tools));
  const inputs = parts.flatMap((part) => part.inputs);
  const firsts = parts.map((_, i) => parts.slice(0, i).reduce((sum, part) => sum + part.inputs.length, 0));
  const curve = curveFile ? toCurve(curveFile, plan, rate, span) : null;
  const limited = limiter(plan, rate, tools.hasLimiterLatency);
  return {
    what: 'render',
    inputs: [...inputs, ...(curve ? [curve.input] : [])],
    graph: [
      ...parts.map((part, index) => `${part.filters(firsts[index]!)}[s${index}]`),
      `${join(parts.length)}${spanFilter(needed, span)},${countSamples(shape)}[all]`,
      ...(curve
        ? [`[${inputs.length}:a]${curve.filters}[curve]`, `[all][curve]amultiply${limited}[out]`]
        : [`[all]volume=${plan.gainDb}dB:precision=float${limited}[out]`]),
    ].join(';'),
    outputOptions: [
      ...['-map', '[out]', '-map_metadata', '-1', '-map_chapters', '-1'],
      ...(shape.encoder ?? encoderOptions(plan, kind)),
    ],
    format: muxerOf(kind),
    durationMs: ((span.end - span.start) / rate) * 1000,
    skippedMs: Math.max(0, ...parts.map((part) => part.skippedMs)),
  };
}

interface Part {
  readonly inputs: readonly CommandInput[];
  readonly filters: (firstInput: number) => string;
  readonly skippedMs: number;
}

/** One source's tracks as one stream, cleaned, and of that the wanted clips. */
function toPart(shape: RenderShape, { source, clips }: ClipGroup, rate: number, { isOld }: RenderTools): Part {
  const { sources, plan } = shape;
  const tracks = sources[source] ?? [];
  if (tracks.length === 0) throw new TypeError(`The plan uses "${source}" and no file was given for it.`);
  const { start } = clips[0]!;
  const { end } = clips.at(-1)!;
  const seekSeconds = canSeek(tracks, rate) ? Math.floor(start / rate) : 0;
  const offset = seekSeconds * rate;
  const pan = plan.pans[source];
  return {
    inputs: tracks.map(({ file, probe }) => ({
      path: file,
      options: [...packetOptions(probe, isOld), ...(seekSeconds > 0 ? ['-ss', String(seekSeconds)] : [])],
    })),
    skippedMs: ((start - offset) / rate) * 1000,
    filters: (firstInput) =>
      [
        sourceFilters(tracks, firstInput, rate),
        ...(pan ? [pan] : []),
        // Before the cuts, so that it never meets a seam: a jump would ring in it.
        ...(plan.highpassHz ? [`highpass=f=${plan.highpassHz}`] : []),
        `aformat=sample_fmts=fltp:channel_layouts=${plan.channels}`,
        `atrim=start_sample=${start - offset}:end_sample=${end - offset}`,
        ...(clips.length > 1 ? chooseClips(clips, rate) : []),
        countSamples(shape),
      ].join(','),
  };
}

/** What the file's own clock said within the sound is forgotten: samples are counted. */
function countSamples({ keepsStart }: RenderShape): string {
  return keepsStart ? 'asetpts=STARTPTS+N/SR/TB' : 'asetpts=N/SR/TB';
}

/** Frames of 10 ms end where clips may end, so whole frames are chosen; a chain per clip would cost more with each cut. */
function chooseClips(clips: readonly Span[], rate: number): string[] {
  const grid = rate / 100;
  const first = clips[0]!.start;
  const ranges = clips.map(({ start, end }) => `between(n,${(start - first) / grid},${(end - first) / grid - 1})`);
  return [`asetnsamples=n=${grid}:p=0`, `aselect='${sum(ranges)}'`];
}

/** Added in halves: ffmpeg reads no expression that is nested deeper than 100, and a chain of sums is nested at each one. */
function sum(terms: readonly string[]): string {
  if (terms.length <= 2) return terms.join('+');
  const half = Math.ceil(terms.length / 2);
  return `(${sum(terms.slice(0, half))})+(${sum(terms.slice(half))})`;
}

/** Seeking is exact to the sample where the sound lies uncompressed at the rate of the render; elsewhere everything is read. */
function canSeek(tracks: readonly Track[], rate: number): boolean {
  return tracks.every(
    ({ probe, delayMs }) =>
      delayMs === 0 &&
      probe.sampleRate === rate &&
      ['wav', 'w64'].includes(probe.container) &&
      /^pcm_/.test(probe.codec),
  );
}

function join(parts: number): string {
  const labels = Array.from({ length: parts }, (_, index) => `[s${index}]`).join('');
  return parts === 1 ? labels : `${labels}concat=n=${parts}:v=0:a=1,`;
}

/** Cuts the chosen clips, which begin and end on the grid, to the very samples. */
function spanFilter({ lead }: Needed, { start, end }: Span): string {
  return `atrim=start_sample=${lead}:end_sample=${lead + end - start}`;
}

/** The curve from a whole second before the stretch, because its interpolation looks around. */
function toCurve(path: string, { channels }: RenderPlan, rate: number, { start }: Span) {
  const seekSeconds = Math.max(0, Math.floor(start / rate) - 1);
  const seek = seekSeconds > 0 ? ['-ss', String(seekSeconds)] : [];
  const input: CommandInput = {
    path,
    formats: ['f32le'],
    options: ['-f', 'f32le', '-ar', '1000', '-ac', '1', ...seek],
  };
  const filters = [
    `aresample=${rate}`,
    `atrim=start_sample=${start - seekSeconds * rate}`,
    'asetpts=N/SR/TB',
    ...(channels === 'stereo' ? ['pan=stereo|c0=c0|c1=c0'] : []),
    `aformat=sample_fmts=fltp:channel_layouts=${channels}`,
  ].join(',');
  return { input, filters };
}

/** `level=false`, or it turns everything up to full scale. Builds without `latency` come 5 ms late, so those are cut off. */
function limiter({ limitLinear }: RenderPlan, rate: number, hasLatency: boolean): string {
  const last = ',aformat=sample_fmts=fltp';
  // What is to stay untouched and within full scale has no ceiling.
  if (limitLinear >= 1) return last;
  const base = `alimiter=limit=${limitLinear}:attack=${attackMs}:release=60:level=false`;
  if (hasLatency) return `,${base}:latency=true${last}`;
  const late = Math.floor((rate * attackMs) / 1000);
  return `,apad=pad_len=${late},${base},atrim=start_sample=${late},asetpts=PTS-${late}/SR/TB${last}`;
}
