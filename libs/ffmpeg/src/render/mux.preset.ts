import type { MediaCommand } from '../run/command.js';

export interface MuxFiles {
  readonly audio: string;
  readonly metadata: string;
  readonly cover: string | null;
}

/** Describes the copy that gives an MP3 its ID3v2.3 tags, chapters and front cover; the sound is not touched. */
export function toMuxCommand({ audio, metadata, cover }: MuxFiles, durationMs: number): MediaCommand {
  return {
    what: 'mux',
    inputs: [
      { path: audio, formats: ['mp3'] },
      { path: metadata, formats: ['ffmetadata'] },
      ...(cover
        ? [{ path: cover, formats: ['image2', 'jpeg_pipe', 'png_pipe'], options: ['-max_pixels', '40000000'] }]
        : []),
    ],
    outputOptions: [
      ...[
        '-map',
        '0:a:0',
        ...(cover ? ['-map', '2:v:0'] : []),
        '-map_metadata',
        '1',
        '-map_chapters',
        '1',
        '-c',
        'copy',
      ],
      // Without these words the picture's type is "other" and some players do not show it.
      ...(cover
        ? [
            '-disposition:v',
            'attached_pic',
            '-metadata:s:v',
            'title=Album cover',
            '-metadata:s:v',
            'comment=Cover (front)',
          ]
        : []),
      // Version 2.3 is what every player reads.
      ...['-id3v2_version', '3'],
    ],
    format: 'mp3',
    durationMs,
  };
}
