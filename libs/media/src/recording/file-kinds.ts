import type { RenditionKind } from './rendition.entity.js';

/** The kinds that are one stream of sound with tags. */
export const soundKinds = ['mp3', 'm4a', 'opus'] as const;
export type SoundKind = (typeof soundKinds)[number];

export function isSoundKind(kind: RenditionKind): kind is SoundKind {
  return (soundKinds as readonly string[]).includes(kind);
}

/** How each kind of file is named and announced. */
export const fileKinds = {
  mp3: { ending: 'mp3', mime: 'audio/mpeg' },
  m4a: { ending: 'm4a', mime: 'audio/mp4' },
  opus: { ending: 'opus', mime: 'audio/ogg' },
  video: { ending: 'mp4', mime: 'video/mp4' },
  hls: { ending: 'm3u8', mime: 'application/vnd.apple.mpegurl' },
} as const satisfies Record<RenditionKind, { ending: string; mime: string }>;
