import type { Addresses, EpisodeView, FileView } from '#libs/catalog';
import { emptyNode, parentNode, type XmlNode } from '../xml/node.js';
import { toSecureUrl } from '../xml/url.js';

/** How each kind is announced; the title is what an app shows in its list of files. */
const kinds = {
  mp3: { type: 'audio/mpeg', title: 'MP3' },
  m4a: { type: 'audio/mp4', title: 'AAC' },
  opus: { type: 'audio/opus', title: 'Opus' },
  video: { type: 'video/mp4', title: 'Video' },
  hls: { type: 'application/x-mpegURL', title: 'Video (HLS)' },
} as const;

/**
 * The same sound in other files, with the enclosure itself as the default and the digest of each (`feed:P14`,
 * `feed:N13`); nothing when there is the enclosure only. A playlist's digest would say nothing about its parts.
 */
export function toAlternateEnclosures(episode: EpisodeView, addresses: Addresses): XmlNode[] {
  const { enclosure } = episode;
  if (!enclosure || enclosure.alternates.length === 0) return [];
  const files = [{ ...enclosure, kind: 'mp3' as const }, ...enclosure.alternates];
  return files.flatMap((file) => toNode(file, episode, addresses));
}

function toNode(file: FileView & { kind: keyof typeof kinds }, episode: EpisodeView, addresses: Addresses): XmlNode[] {
  const uri = toSecureUrl(addresses.alternateOf(episode, file));
  if (!uri || !(file.bytes > 0)) return [];
  const { type, title } = kinds[file.kind];
  const isPlaylist = file.kind === 'hls';
  const digest = Buffer.from(file.sha256, 'hex').toString('base64');
  const attributes = {
    type: file.mime === 'video/webm' ? file.mime : type,
    ...(!isPlaylist && { length: String(file.bytes) }),
    ...(file.bitrate > 0 && { bitrate: String(file.bitrate) }),
    title,
    ...(file.kind === 'mp3' && { default: 'true' }),
  };
  return [
    parentNode(
      'podcast:alternateEnclosure',
      [
        emptyNode('podcast:source', { uri, contentType: file.mime }),
        ...(isPlaylist ? [] : [emptyNode('podcast:integrity', { type: 'sri', value: `sha256-${digest}` })]),
      ],
      attributes,
    ),
  ];
}
