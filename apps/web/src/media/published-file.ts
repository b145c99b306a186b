import { createHash } from 'node:crypto';
import type { FileView, ReleaseView } from '#libs/catalog';
import { enclosureKindOf, type RenditionKind } from '#libs/media';
import type { PublishedEpisode } from './published-media.js';

/** What was replaced is still fetched by apps that have read the feed before, and by listeners in the middle of it. */
const keptMs = 30 * 24 * 3_600_000;

const kinds = new Map<string, RenditionKind>([
  ['mp3', 'mp3'],
  ['m4a', 'm4a'],
  ['opus', 'opus'],
  ['mp4', 'video'],
  ['webm', 'video'],
]);

/** Whether a part of an address is a revision's number, within what a column holds. */
export function isRevisionNumber(text: string): boolean {
  return /^[1-9]\d{0,8}$/.test(text);
}

/** The kind of file that an address names; undefined for a name that is none of ours. */
export function toKind(file: string): RenditionKind | undefined {
  const extension = /^[\w-][\w.-]*\.(\w+)$/.exec(file)?.[1];
  return kinds.get(extension ?? '');
}

/** A part of a film in segments, beside its playlist; undefined for a name that is none of ours. */
export function toPart(playlist: FileView, name: string): FileView | undefined {
  const folder = playlist.key.slice(0, playlist.key.lastIndexOf('/') + 1);
  if (folder + name === playlist.key) return playlist;
  if (!/^(init\.mp4|\d{5}\.m4s)$/.test(name)) return undefined;
  return { ...playlist, key: folder + name, mime: 'video/mp4', sha256: toHash(playlist.sha256 + name) };
}

/** A file that may be fetched: of the present release, or of one that was replaced less than 30 days ago. */
export function toFile(
  { enclosure, releases }: Pick<PublishedEpisode, 'enclosure' | 'releases'>,
  number: number,
  kind: RenditionKind,
  now: Date,
): FileView | undefined {
  if (enclosure?.revisionNumber === number) {
    return kind === enclosureKindOf(enclosure.mime)
      ? enclosure
      : enclosure.alternates.find((file) => file.kind === kind);
  }
  const release = releases.find((each) => each.number === number);
  return release && isKept(release, now) ? release.files.find((file) => file.kind === kind) : undefined;
}

/** What an entity tag of a part may be: its bytes go with its playlist's. */
function toHash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function isKept({ replacedAt }: ReleaseView, now: Date): boolean {
  return replacedAt !== null && now.getTime() - replacedAt.getTime() < keptMs;
}
