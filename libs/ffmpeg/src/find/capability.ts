import { FfmpegUnusable } from '../error.js';
import { runProcess } from '../run/process.js';

/** What a pair of programs can do. */
export interface Capability {
  readonly version: string;
  readonly isOld: boolean;
  readonly hasLimiterLatency: boolean;
  /** Needed filters, encoders or options that are not there. */
  readonly missing: readonly string[];
}

const neededFilters = [
  'highpass',
  'volume',
  'aresample',
  'aformat',
  'pan',
  'apad',
  'atrim',
  'asetpts',
  'alimiter',
  'amultiply',
];
const neededEncoders = ['libmp3lame', 'pcm_s16le', 'pcm_f32le'];
const known = new Map<string, Promise<Capability>>();

/**
 * Asks a pair of programs once per process what it can do.
 * @throws FfmpegUnusable when one of them does not start.
 */
export function capabilityOf(ffmpeg: string, ffprobe: string): Promise<Capability> {
  const key = `${ffmpeg}\n${ffprobe}`;
  const found = known.get(key) ?? ask(ffmpeg, ffprobe);
  known.set(key, found);
  found.catch(() => known.delete(key));
  return found;
}

async function ask(ffmpeg: string, ffprobe: string): Promise<Capability> {
  const version = await say(ffmpeg, ['-version']);
  await say(ffprobe, ['-version']);
  const filters = await say(ffmpeg, ['-hide_banner', '-filters']);
  const encoders = await say(ffmpeg, ['-hide_banner', '-encoders']);
  const limiter = await say(ffmpeg, ['-hide_banner', '-h', 'filter=alimiter']);
  return {
    ...readVersion(version),
    hasLimiterLatency: /^\s+latency\s+<boolean>/m.test(limiter),
    missing: [
      ...neededFilters.filter((name) => !hasName(filters, name)).map((name) => `filter ${name}`),
      ...neededEncoders.filter((name) => !hasName(encoders, name)).map((name) => `encoder ${name}`),
    ],
  };
}

async function say(program: string, args: string[]): Promise<string> {
  const finished = await runProcess(program, args, { what: program, timeoutSeconds: 20 }).catch((error: unknown) => {
    throw new FfmpegUnusable(`${program} cannot be run (${error instanceof Error ? error.message : String(error)}).`);
  });
  if (finished.code !== 0) throw new FfmpegUnusable(`${program} ${args.join(' ')} ended with code ${finished.code}.`);
  return finished.stdout;
}

/** Reads the first lines of `ffmpeg -version`. The copyright year tells the age of builds without a number. */
export function readVersion(text: string): { version: string; isOld: boolean } {
  const [, version = 'unknown', year = '0'] = /version (\S+).*?-(\d{4}) the FFmpeg/i.exec(text) ?? [];
  return { version, isOld: Number(year) < 2021 };
}

function hasName(list: string, name: string): boolean {
  return new RegExp(`^\\s*[A-Z.|]+\\s+${name}\\s`, 'm').test(list);
}
