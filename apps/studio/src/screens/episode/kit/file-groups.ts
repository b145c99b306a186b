import type { KitPiece } from '../../../api/kit.calls';

/** What the files of a kit are folded into, in this order; whatever is not named here is `more`. */
const kinds = {
  cards: ['card', 'panel', 'photo'],
  quotes: ['quote'],
  clips: ['clip', 'clip-clean', 'clip-audio', 'clip-srt', 'clip-vtt'],
  slides: ['slide'],
  more: ['qr', 'signature', 'transcript'],
} as const;

export interface FileGroup {
  kind: keyof typeof kinds;
  pieces: KitPiece[];
}

const shapes = ['wide', 'square', 'portrait', 'story'];

/** The files in one language and those in none, by kind, the widest picture first; kinds without a file are left out. */
export function groupFiles(pieces: readonly KitPiece[], lang: string): FileGroup[] {
  const shown = pieces.filter((piece) => piece.kind !== 'sound' && (piece.lang === '' || piece.lang.startsWith(lang)));
  return (Object.keys(kinds) as FileGroup['kind'][]).flatMap((kind) => {
    const own = shown.filter((piece) => kindOf(piece) === kind);
    return own.length > 0 ? [{ kind, pieces: own.sort((a, b) => rank(kind, a) - rank(kind, b)) }] : [];
  });
}

function kindOf({ kind }: KitPiece): FileGroup['kind'] {
  const found = Object.entries(kinds).find(([, names]) => (names as readonly string[]).includes(kind));
  return (found?.[0] ?? 'more') as FileGroup['kind'];
}

function rank(group: FileGroup['kind'], { kind, shape }: KitPiece): number {
  const place = (names: readonly string[], name: string) => (names.includes(name) ? names.indexOf(name) : names.length);
  return place(kinds[group], kind) * 10 + place(shapes, shape) + Number(shape.startsWith('far'));
}
