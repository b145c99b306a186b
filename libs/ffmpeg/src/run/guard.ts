import { isAbsolute } from 'node:path';

/** The readers that Estrade lets loose on foreign bytes; playlists and edit lists are not among them. */
export const allowedFormats = [
  'mp3',
  'wav',
  'w64',
  'flac',
  'ogg',
  'aac',
  'aiff',
  'caf',
  'matroska',
  'webm',
  'mov',
  'mp4',
  'm4a',
  '3gp',
  '3g2',
  'mj2',
  'mpegts',
  'asf',
  'amr',
] as const;

/**
 * The options that go before every `-i` and before ffprobe's file. A protocol list alone is not
 * enough: an HLS playlist named .mp3 may still read local files, so the formats are listed too.
 */
export function guardOptions(formats: readonly string[] = allowedFormats): string[] {
  return ['-protocol_whitelist', 'file,pipe', '-format_whitelist', formats.join(',')];
}

/**
 * An absolute path as a `file:` address, so that no name is read as an option, a protocol or a pattern.
 * @throws TypeError for a relative path: that is a mistake of ours, never of a producer.
 */
export function toFileAddress(path: string): string {
  if (!isAbsolute(path)) throw new TypeError(`Media paths are absolute; got ${JSON.stringify(path)}.`);
  return `file:${path}`;
}
