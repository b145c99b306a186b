import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { newId } from '#libs/kernel';
import { MediaCommandFailed } from '../error.js';
import type { Ffmpeg } from '../find/ffmpeg.js';
import type { JobControl } from '../job.js';
import { writeTo } from '../run/run.js';
import { readStreams } from './read-streams.js';
import { playlistName, toHlsCommand } from './video.preset.js';

export interface HlsJob {
  /** A finished MP4, absolute. */
  readonly file: string;
  /** Absolute; must not be there yet. It appears only when it is whole. */
  readonly folder: string;
}

/** What lies in the folder afterwards. */
export interface HlsPack {
  readonly playlist: typeof playlistName;
  /** Every file's name within the folder, the playlist first. */
  readonly files: readonly string[];
  readonly bytes: number;
  readonly durationMs: number;
}

/** The playlist's lengths are those of the pictures, which may be a little longer or shorter than the sound. */
const mostDifferenceMs = 1000;

/**
 * Cuts a finished MP4 into segments (fMP4, on demand) by copying, and checks that the playlist names every segment
 * that is there and lasts as long as the film.
 * @throws MediaCommandFailed, MediaCommandTimedOut, MediaCommandStalled, or the signal's reason.
 */
export async function packHls(tools: Ffmpeg, { file, folder }: HlsJob, control: JobControl = {}): Promise<HlsPack> {
  const { size } = await stat(file);
  const { durationMs } = await readStreams(tools, file, control.signal);
  const partial = `${folder}.${newId()}.part`;
  try {
    await mkdir(partial);
    const command = toHlsCommand(file, partial, durationMs, size);
    await writeTo(tools, command, join(partial, playlistName), control);
    const pack = await check(partial, durationMs);
    await rename(partial, folder);
    return pack;
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    throw error;
  }
}

async function check(folder: string, wantedMs: number): Promise<HlsPack> {
  const lines = (await readFile(join(folder, playlistName), 'utf8')).split('\n');
  const seconds = lines.map((line) => Number(/^#EXTINF:([\d.]+)/.exec(line)?.[1] ?? 0));
  const durationMs = Math.round(seconds.reduce((sum, each) => sum + each, 0) * 1000);
  const init = lines.map((line) => /^#EXT-X-MAP:URI="([^"]+)"/.exec(line)?.[1]).find(Boolean);
  const named = [playlistName, init ?? '?', ...lines.filter((line) => line !== '' && !line.startsWith('#'))];
  const there = await readdir(folder);
  const isWhole = named.every((name) => there.includes(name)) && there.length === named.length;
  if (!isWhole || !lines.includes('#EXT-X-ENDLIST') || Math.abs(durationMs - wantedMs) > mostDifferenceMs) {
    throw new MediaCommandFailed('hls', `${durationMs} ms of ${wantedMs} in ${there.length} files.`);
  }
  const sizes = await Promise.all(named.map(async (name) => (await stat(join(folder, name))).size));
  const bytes = sizes.reduce((sum, each) => sum + each, 0);
  return { playlist: playlistName, files: named, bytes, durationMs };
}
