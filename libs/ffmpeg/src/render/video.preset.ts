import type { MediaCommand } from '../run/command.js';
import type { OutputKind } from './encoder.preset.js';
import { type RenderShape, type RenderTools, toRenderCommand } from './render.preset.js';
import type { VideoKind } from './video.plan.js';

/** The sound that browsers play in each container. */
export function soundOf(kind: VideoKind): OutputKind {
  return kind === 'mp4' ? 'm4a' : 'opus';
}

/**
 * Describes the pictures of a recording with its repaired sound: the pictures are copied as they are. `sourceBytes` is
 * the size of the recording.
 */
export function toVideoCommand(
  shape: Omit<RenderShape, 'kind' | 'span' | 'keepsStart'>,
  kind: VideoKind,
  sourceBytes: number,
  tools: RenderTools,
): MediaCommand {
  const command = toRenderCommand({ ...shape, kind: soundOf(kind), keepsStart: true }, tools);
  const mostFileBytes = 64 * 1024 ** 2 + Math.round(sourceBytes * 1.2) + command.durationMs * 64;
  return {
    ...command,
    what: 'video',
    outputOptions: [
      // By name: a cover is a video stream too.
      ...['-map', '0:V:0', '-c:v', 'copy', ...command.outputOptions],
      // Pictures come faster than sound is rendered.
      ...['-max_muxing_queue_size', '4096'],
    ],
    format: kind,
    mostFileBytes,
    ...(kind === 'mp4' && { movedBytes: mostFileBytes }),
  };
}

/** The playlist's name within its folder. */
export const playlistName = 'index.m3u8';

/** Describes the cutting of a finished MP4 into the segments that players fetch one by one; nothing is encoded. */
export function toHlsCommand(file: string, folder: string, durationMs: number, sourceBytes: number): MediaCommand {
  return {
    what: 'hls',
    inputs: [{ path: file, formats: ['mov', 'mp4'] }],
    outputOptions: [
      ...['-map', '0:V:0', '-map', '0:a:0', '-c', 'copy', '-map_metadata', '-1', '-map_chapters', '-1'],
      // Segments end at the pictures' own key frames, so they may be longer.
      ...['-hls_time', '6', '-hls_playlist_type', 'vod', '-hls_flags', 'independent_segments'],
      ...['-hls_segment_type', 'fmp4', '-hls_fmp4_init_filename', 'init.mp4'],
      ...['-hls_segment_filename', `${folder}/%05d.m4s`],
    ],
    format: 'hls',
    durationMs,
    mostFileBytes: 64 * 1024 ** 2 + sourceBytes,
  };
}
