import { access } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { FfmpegUnusable } from '../error.js';
import { runProcess } from '../run/process.js';
import { type Capability, capabilityOf } from './capability.js';
import { carriedFfmpeg } from './carried.js';
import type { Ffmpeg } from './ffmpeg.js';

/** The configuration that decides which programs are used. */
export interface FfmpegChoice {
  readonly ffmpegPath?: string | undefined;
  readonly ffprobePath?: string | undefined;
  readonly production: boolean;
  readonly allowOldFfmpeg: boolean;
  /** An ffmpeg that shows no progress for so long is ended. Default 90. */
  readonly stallSeconds?: number;
}

type Pair = Pick<Ffmpeg, 'ffmpeg' | 'ffprobe' | 'source'>;

const cure = 'Install a current one (on Debian: apt install ffmpeg) or set FFMPEG_PATH and FFPROBE_PATH to one.';

/**
 * Chooses FFMPEG_PATH, else PATH, else the pair that npm carried, and checks that it has the filters and
 * encoders that the render needs. The first that exists is meant: a lacking one is not skipped in silence.
 * @throws FfmpegUnusable with one message to print: none found, one that lacks something, or an old one in production.
 */
export async function findFfmpeg(choice: FfmpegChoice): Promise<Ffmpeg> {
  const pair = await choosePair(choice);
  const can = await capabilityOf(pair.ffmpeg, pair.ffprobe);
  if (can.missing.length > 0) {
    throw new FfmpegUnusable(`${describe(pair, can)} lacks what the sound needs: ${can.missing.join(', ')}. ${cure}`);
  }
  const { version, isOld, hasLimiterLatency } = can;
  const { stallSeconds } = choice;
  const found = { ...pair, version, isOld, hasLimiterLatency, ...(stallSeconds === undefined ? {} : { stallSeconds }) };
  if (!isOld) return found;
  if (choice.production && !choice.allowOldFfmpeg) {
    throw new FfmpegUnusable(
      `${describe(pair, can)} is too old to be given foreign files in production. ${cure} ALLOW_OLD_FFMPEG=1 accepts it all the same.`,
    );
  }
  return {
    ...found,
    warning: `${describe(pair, can)} is years old: fine for trying Estrade, slower and less safe than a current one. ${cure}`,
  };
}

async function choosePair({ ffmpegPath, ffprobePath }: FfmpegChoice): Promise<Pair> {
  if (ffmpegPath) {
    const ffprobe = ffprobePath ?? (await besides(ffmpegPath)) ?? 'ffprobe';
    return { ffmpeg: ffmpegPath, ffprobe, source: 'FFMPEG_PATH' };
  }
  if (await isInPath('ffmpeg')) {
    const ffprobe = ffprobePath ?? ((await isInPath('ffprobe')) ? 'ffprobe' : (await carriedFfmpeg())?.ffprobe);
    if (ffprobe) return { ffmpeg: 'ffmpeg', ffprobe, source: 'PATH' };
  }
  const carried = await carriedFfmpeg();
  if (!carried) throw new FfmpegUnusable(`No ffmpeg was found. ${cure}`);
  return { ffmpeg: carried.ffmpeg, ffprobe: ffprobePath ?? carried.ffprobe, source: 'npm' };
}

async function besides(ffmpegPath: string): Promise<string | undefined> {
  const neighbour = join(dirname(ffmpegPath), 'ffprobe');
  return access(neighbour).then(
    () => neighbour,
    () => undefined,
  );
}

async function isInPath(program: string): Promise<boolean> {
  return runProcess(program, ['-version'], { what: program, timeoutSeconds: 20 }).then(
    () => true,
    () => false,
  );
}

function describe(pair: Pair, can: Capability): string {
  const where = { FFMPEG_PATH: `at FFMPEG_PATH (${pair.ffmpeg})`, PATH: 'found through PATH', npm: 'carried by npm' }[
    pair.source
  ];
  return `The ffmpeg ${can.version} ${where}`;
}
