import type { FileKind } from './episode-file.js';

/** So many bytes of a file's beginning say what it is. */
export const sniffedBytes = 256;

/** What a file is, told by its first bytes; undefined for what is not taken (`abuse:A10`). */
export function sniff(head: Uint8Array): FileKind | undefined {
  const text = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, sniffedBytes)).toString('latin1');
  if (text.startsWith('%PDF-')) return 'pdf';
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (text.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'webp';
  return sniffPackage(text);
}

/** EPUB and OpenDocument say what they are in the first entry of their archive, which is not compressed. */
function sniffPackage(text: string): FileKind | undefined {
  if (!text.startsWith('PK\x03\x04') || text.slice(30, 38) !== 'mimetype') return undefined;
  const type = text.slice(38);
  if (type.startsWith('application/epub+zip')) return 'epub';
  if (type.startsWith('application/vnd.oasis.opendocument.presentation')) return 'odp';
  return undefined;
}
