import { toSlug } from '#libs/kernel';
import type { FileKind } from './episode-file.js';

/** The ending and the type under which each kind is sent. */
export const kindFacts: Record<FileKind, { ending: string; mime: string }> = {
  pdf: { ending: 'pdf', mime: 'application/pdf' },
  png: { ending: 'png', mime: 'image/png' },
  jpeg: { ending: 'jpg', mime: 'image/jpeg' },
  webp: { ending: 'webp', mime: 'image/webp' },
  epub: { ending: 'epub', mime: 'application/epub+zip' },
  odp: { ending: 'odp', mime: 'application/vnd.oasis.opendocument.presentation' },
};

/** `Diapos (finale).PDF` → `diapos-finale.pdf`: what is left of a name from outside in an address and on a disk. */
export function toFileName(name: string, kind: FileKind): string {
  const base = name.replace(/^.*[\\/]/, '').replace(/\.[a-z0-9]{1,5}$/i, '');
  return `${toSlug(base, 'file').slice(0, 80)}.${kindFacts[kind].ending}`;
}

export function isPictureKind(kind: FileKind): boolean {
  return kind === 'png' || kind === 'jpeg' || kind === 'webp';
}
