import { parseArgs } from 'node:util';
import { type OutputKind, presets, type SoundOrder, targets, type TimeRange, usualOrder } from '#libs/ffmpeg';
import { parseTimeCode } from '#libs/kernel';
import { type Key, type Params, type Region, toRegion } from '#libs/messages';

/** What is asked for on the command line. Paths are as they were typed. */
export interface Request {
  readonly input: string;
  readonly output: string;
  /** OUT's extension chooses. */
  readonly kind: OutputKind;
  readonly order: SoundOrder;
  readonly intro: string | null;
  readonly outro: string | null;
  /** Further files that sound together with the input. */
  readonly tracks: readonly string[];
  readonly chunks: number;
  /** Where the report goes as JSON, and the picture as SVG; null: nowhere. */
  readonly report: string | null;
  readonly picture: string | null;
  readonly region: Region;
  readonly isQuiet: boolean;
}

/** Somebody typed what cannot be done; the sentence is a message of ours. */
export class UsageError extends Error {
  constructor(
    readonly key: Key,
    readonly params: Params = {},
  ) {
    super(key);
    this.name = 'UsageError';
  }
}

const options = {
  target: { type: 'string' },
  preset: { type: 'string' },
  strength: { type: 'string' },
  meter: { type: 'string' },
  'mono-as-stereo': { type: 'boolean' },
  untouched: { type: 'boolean' },
  cut: { type: 'string', multiple: true },
  only: { type: 'string' },
  leave: { type: 'string', multiple: true },
  intro: { type: 'string' },
  outro: { type: 'string' },
  track: { type: 'string', multiple: true },
  chunks: { type: 'string' },
  report: { type: 'string' },
  picture: { type: 'string' },
  lang: { type: 'string' },
  quiet: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** The latest time there can be: what `59:00-` means by the end. */
const endOfAll = 24 * 3_600_000;

/** The region that somebody wants to read: `--lang`, else what the machine is set to, else English. */
export function regionOf(args: readonly string[], language: string | undefined): Region {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const asked = at < 0 ? language : args[at]!.includes('=') ? args[at]!.slice(7) : args[at + 1];
  return toRegion((asked ?? 'en').replace('_', '-').replace(/\..*$/, ''));
}

/**
 * What the arguments ask for; `help` when they ask for that, or for nothing at all.
 * @throws UsageError
 */
export function readCommandLine(args: readonly string[], region: Region): Request | 'help' {
  const { values, positionals } = parse(args);
  if (values.help || args.length === 0) return 'help';
  const [input, output, ...more] = positionals;
  if (!input || !output || more.length > 0)
    throw new UsageError('master.usage.TWO_FILES', { given: positionals.length });
  return {
    input,
    output,
    kind: kindOf(output),
    order: {
      ...usualOrder,
      preset: oneOf('--preset', values.preset, presets) ?? usualOrder.preset,
      targetLufs: Number(oneOf('--target', values.target, targets.map(String)) ?? usualOrder.targetLufs),
      strength: inRange('--strength', values.strength, 0, 1) ?? usualOrder.strength,
      meter: oneOf('--meter', values.meter, ['heard', 'literal'] as const) ?? usualOrder.meter,
      monoAsStereo: values['mono-as-stereo'] ?? false,
      isUntouched: values.untouched ?? false,
      cuts: (values.cut ?? []).map((text) => range('--cut', text)),
      only: values.only === undefined ? null : range('--only', values.only),
      leave: (values.leave ?? []).map((text) => range('--leave', text)),
    },
    intro: values.intro ?? null,
    outro: values.outro ?? null,
    tracks: values.track ?? [],
    chunks: inRange('--chunks', values.chunks, 1, 16, true) ?? 1,
    report: values.report ?? null,
    picture: values.picture ?? null,
    region,
    isQuiet: values.quiet ?? false,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: joinNumbers(args), options, allowPositionals: true });
  } catch (error) {
    const said = /'(-[^' ]*)/.exec((error as Error).message)?.[1] ?? '';
    throw new UsageError('master.usage.OPTION', { option: said });
  }
}

/** `--target -18` is what people type; without the `=` the parser would take -18 for an option. */
function joinNumbers(args: readonly string[]): string[] {
  return args.reduce<string[]>((joined, arg) => {
    const before = joined.at(-1);
    if (before?.startsWith('--') && !before.includes('=') && /^-\d/.test(arg)) joined[joined.length - 1] += `=${arg}`;
    else joined.push(arg);
    return joined;
  }, []);
}

function kindOf(output: string): OutputKind {
  const extension = /\.([a-z0-9]+)$/i.exec(output)?.[1]?.toLowerCase();
  if (extension === 'mp3' || extension === 'm4a' || extension === 'opus') return extension;
  throw new UsageError('master.usage.EXTENSION', {});
}

function oneOf<T extends string>(option: string, value: string | undefined, allowed: readonly T[]): T | undefined {
  if (value === undefined) return undefined;
  const found = allowed.find((each) => each === value);
  if (found === undefined) throw new UsageError('master.usage.ONE_OF', { option, allowed: allowed.join(', ') });
  return found;
}

function inRange(option: string, text: string | undefined, least: number, most: number, isWhole = false) {
  if (text === undefined) return undefined;
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (!(value >= least && value <= most) || (isWhole && !Number.isInteger(value))) {
    throw new UsageError('master.usage.NUMBER', { option, least, most });
  }
  return value;
}

/** `0:00-0:12`, `90-2m`, `59:00-` to the end. */
function range(option: string, text: string): TimeRange {
  const [start = '', end = '', ...more] = text.split('-');
  const startMs = parseTimeCode(start || '0');
  const endMs = end ? parseTimeCode(end) : endOfAll;
  if (startMs === undefined || endMs === undefined || endMs <= startMs || more.length > 0 || !text.includes('-')) {
    throw new UsageError('master.usage.RANGE', { option });
  }
  return { startMs, endMs };
}
