import type { MediaCommand } from '../run/command.js';
import { muxerOf, type OutputKind } from './encoder.preset.js';

export interface MuxFiles {
  readonly audio: string;
  readonly metadata: string;
  /** A picture that becomes a stream of the file; Ogg has it among the tags instead. */
  readonly cover: string | null;
  readonly kind: OutputKind;
  /** ISO 639-2. MP4 keeps the language with the sound, not among the tags. */
  readonly language?: string | undefined;
}

const readers = { mp3: ['mp3'], m4a: ['mov', 'mp4', 'm4a'], opus: ['ogg'] } as const;

/** Describes the copy that gives a sound file its tags, chapters and front cover; the sound is not touched. */
export function toMuxCommand({ audio, metadata, cover, kind, language }: MuxFiles, durationMs: number): MediaCommand {
  return {
    what: 'mux',
    inputs: [
      { path: audio, formats: readers[kind] },
      { path: metadata, formats: ['ffmetadata'] },
      ...(cover
        ? [{ path: cover, formats: ['image2', 'jpeg_pipe', 'png_pipe'], options: ['-max_pixels', '40000000'] }]
        : []),
    ],
    outputOptions: [
      ...['-map', '0:a:0', ...(cover ? ['-map', '2:v:0'] : [])],
      // Ogg's tags belong to its only stream.
      ...(kind === 'opus' ? ['-map_metadata:s:a:0', '1:g'] : []),
      ...['-map_metadata', '1', '-map_chapters', '1', '-c', 'copy'],
      ...(cover ? coverOptions : []),
      ...(kind === 'mp3' ? id3Options : []),
      ...(kind === 'm4a' ? ['-movflags', '+faststart'] : []),
      ...(kind === 'm4a' && language ? ['-metadata:s:a:0', `language=${language}`] : []),
    ],
    format: muxerOf(kind),
    durationMs,
  };
}

/** Without these words the picture's type is "other" and some players do not show it. */
const coverOptions = [
  ...['-disposition:v', 'attached_pic'],
  ...['-metadata:s:v', 'title=Album cover', '-metadata:s:v', 'comment=Cover (front)'],
];

/** Version 2.3 is what every player reads. */
const id3Options = ['-id3v2_version', '3'];
