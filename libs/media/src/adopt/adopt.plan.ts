import type { Probe } from '#libs/ffmpeg';
import { fileKinds } from '../recording/file-kinds.js';

/** What a finished file can be announced as without changing a byte of it (`feed:I05`). */
export const enclosureKinds = ['mp3', 'm4a', 'video'] as const;
export type EnclosureKind = (typeof enclosureKinds)[number];

/** The kind of a finished file; null for sound that apps do not take as it is: a file of ours has to be made of it. */
export function adoptedKind({ container, codec, hasVideo, videoCodec }: Adoptable): EnclosureKind | null {
  const containers = container.split(',');
  if (containers.includes('mp3')) return codec.startsWith('mp3') ? 'mp3' : null;
  if (!containers.includes('mp4')) return null;
  if (hasVideo) return videoCodec === 'h264' || videoCodec === 'hevc' || videoCodec === 'mpeg4' ? 'video' : null;
  return codec === 'aac' || codec === 'alac' || codec.startsWith('mp3') ? 'm4a' : null;
}

type Adoptable = Pick<Probe, 'container' | 'codec' | 'hasVideo' | 'videoCodec'>;

/** The file that listeners get first, of those that a revision has. */
export function pickEnclosure<T extends { kind: string }>(files: readonly T[]): T | undefined {
  return enclosureKinds.map((kind) => files.find((file) => file.kind === kind)).find(Boolean);
}

/** The type of file that stands behind an enclosure's, by its mime. */
export function enclosureKindOf(mime: string): EnclosureKind | undefined {
  return enclosureKinds.find((kind) => fileKinds[kind].mime === mime);
}
