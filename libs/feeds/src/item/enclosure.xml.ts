import type { Addresses, EpisodeView } from '#libs/catalog';
import { toAsciiUrl } from '../xml/url.js';

export interface Enclosure {
  url: string;
  /** Bytes. */
  size: number;
  type: string;
}

/** Extension and type in Apple's words, by the type our own files carry (`feed:I05`, `feed:I28`). */
const kinds: Record<string, { extension: string; type: string }> = {
  'audio/mpeg': { extension: 'mp3', type: 'audio/mpeg' },
  'audio/mp4': { extension: 'm4a', type: 'audio/x-m4a' },
  'audio/x-m4a': { extension: 'm4a', type: 'audio/x-m4a' },
  'video/mp4': { extension: 'mp4', type: 'video/mp4' },
};

/** The enclosure of a released episode; undefined when it has no file that a feed may announce (`feed:I03` to `feed:I06`). */
export function toEnclosure(episode: EpisodeView, addresses: Addresses): Enclosure | undefined {
  const file = episode.enclosure;
  const kind = file ? kinds[file.mime] : undefined;
  if (!file || !kind || !(file.bytes > 0)) return undefined;
  return {
    url: toAsciiUrl(addresses.enclosureOf(episode, kind.extension)),
    size: file.bytes,
    type: kind.type,
  };
}
