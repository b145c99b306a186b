import { type Addresses, countOpen, type OpenCount } from '#libs/catalog';
import { toLanguage } from '#libs/kernel';
import { formatBytes, type Key, type Region, translator } from '#libs/messages';
import type { KitFile, KitFileGroup, KitPageView, KitShareView } from '#libs/pages';
import { KitPieces, type KitView, type PieceOfKit, versionOf } from '#libs/sharing';
import type { DataSource } from 'typeorm';
import type { GuestVisit } from '../guest-link/guest-door.js';

/** The files of a kit as its page shows them, and what the share part needs of them. */
export interface KitPictures {
  groups: KitFileGroup[];
  zip: string | undefined;
  card: KitShareView['card'];
  image: KitShareView['image'];
  sound: KitPageView['sound'];
  /** How many quotes and clips wait for this guest. */
  open: OpenCount;
}

/** In which order kinds are shown; others come last. */
const groups = [
  ['images', ['card', 'quote', 'panel', 'photo']],
  ['clips', ['clip', 'clip-clean', 'clip-audio', 'clip-srt', 'clip-vtt']],
  ['more', ['qr', 'signature', 'slide', 'transcript', 'readme']],
] as const;

/** Reads which files there are and how far they are. */
export class KitFilesReader {
  constructor(
    private readonly db: DataSource,
    private readonly addresses: Addresses,
  ) {}

  async of({ link, episode, isReleased }: KitView, visit: GuestVisit, region: Region): Promise<KitPictures> {
    const pieces = new KitPieces(this.db);
    const [own, ofEpisode, open] = await Promise.all([
      pieces.ofLink(link.id),
      pieces.ofSubject('episode', episode.id),
      countOpen(this.db, visit.link),
    ]);
    const lang = toLanguage(region);
    const shown = own.filter(
      (piece) => piece.fileName !== '' && (piece.lang === '' || toLanguage(piece.lang) === lang),
    );
    const base = this.addresses.path(this.addresses.guestLink(visit.secret));
    const card = ofEpisode.find((piece) => isCard(piece, lang)) ?? ofEpisode.find((piece) => isCard(piece));
    const image = own.find((piece) => isCard(piece, lang));
    return {
      groups: toGroups(shown, base, region),
      zip: own.some(({ state, fileName }) => state === 'ready' && fileName !== '') ? `${base}/kit.zip` : undefined,
      card: card && {
        url: this.addresses.card(card.id, `${versionOf(card)}${endingOf(card)}`),
        ...{ width: card.width, height: card.height, alt: card.alt },
      },
      image: image && { href: fileAddress(base, image), name: image.fileName },
      sound: toSound(own, base) ?? (isReleased ? this.toPublicSound(episode) : undefined),
      open,
    };
  }

  /** Half a minute of what everybody hears, from where it gets good. */
  private toPublicSound(episode: KitView['episode']): KitPageView['sound'] {
    const from = Math.floor((episode.startHereMs ?? 0) / 1000);
    const address = episode.enclosure && this.addresses.path(this.addresses.enclosureOf(episode));
    return address ? { after: `${address}#t=${from},${from + 30}`, before: undefined } : undefined;
  }
}

/** Where the file of a piece is below a guest's secret. */
export function fileAddress(base: string, { id, fileName }: PieceOfKit): string {
  return `${base}/kit/${id}/${encodeURIComponent(fileName)}`;
}

function isCard({ kind, shape, state, lang }: PieceOfKit, wanted?: string): boolean {
  return kind === 'card' && shape === 'wide' && state === 'ready' && (!wanted || toLanguage(lang) === wanted);
}

function endingOf({ key }: PieceOfKit): string {
  return /\.\w+$/.exec(key ?? '')?.[0] ?? '.png';
}

function toSound(own: readonly PieceOfKit[], base: string): KitPageView['sound'] {
  const find = (shape: string) =>
    own.find((piece) => piece.kind === 'sound' && piece.shape === shape && piece.state === 'ready');
  // Without a pair of its own, the sound of an approved clip.
  const clip = own.find(({ kind, state }) => kind === 'clip-audio' && state === 'ready');
  const [after, before] = [find('after') ?? clip, find('before')];
  return after && { after: fileAddress(base, after), before: before && fileAddress(base, before) };
}

function toGroups(pieces: readonly PieceOfKit[], base: string, region: Region): KitFileGroup[] {
  const t = translator(region);
  const known = new Set<string>(groups.flatMap(([, kinds]) => kinds));
  return groups
    .map(([name, kinds]) => ({
      title: t(`kit.files.group.${name}`),
      files: pieces
        .filter(({ kind }) => (kinds as readonly string[]).includes(kind) || (name === 'more' && isOther(kind, known)))
        .sort((a, b) => orderOf(kinds, a) - orderOf(kinds, b) || rankOf(a) - rankOf(b))
        .map((piece) => toFile(piece, base, region)),
    }))
    .filter(({ files }) => files.length > 0);
}

function isOther(kind: string, known: ReadonlySet<string>): boolean {
  return kind !== 'sound' && kind !== 'zip' && !known.has(kind);
}

function orderOf(kinds: readonly string[], { kind }: PieceOfKit): number {
  const at = kinds.indexOf(kind);
  return at < 0 ? kinds.length : at;
}

const shapes = ['wide', 'square', 'portrait', 'story'];

/** The shape that links have first; of slides, the one for most rooms. */
function rankOf({ shape }: PieceOfKit): number {
  const at = shapes.indexOf(shape);
  return at < 0 ? (shape.startsWith('far') ? shapes.length + 1 : shapes.length) : at;
}

function toFile(piece: PieceOfKit, base: string, region: Region): KitFile {
  const { state, width, height, bytes, mime, alt, fileName } = piece;
  const isPicture = mime.startsWith('image/') && width > 0;
  const format = /\.(\w+)$/.exec(fileName)?.[1]?.toUpperCase();
  const size = width > 0 ? `${width} × ${height}` : '';
  return {
    label: toLabel(piece, region),
    state: state === 'ready' || state === 'failed' ? state : 'making',
    href: fileAddress(base, piece),
    name: fileName,
    detail: [format, size, formatBytes(region, bytes)].filter(Boolean).join(' · '),
    picture: isPicture ? { href: fileAddress(base, piece), width, height, alt } : undefined,
  };
}

/** What a file is, in words; of a shape that has a name, with it. */
export function toLabel({ kind, shape }: Pick<PieceOfKit, 'kind' | 'shape'>, region: Region): string {
  const t = translator(region);
  const known = [
    'card',
    'quote',
    'panel',
    'photo',
    'clip',
    'clip-clean',
    'clip-audio',
    'qr',
    'signature',
    'slide',
    'transcript',
  ];
  if (kind === 'clip-srt' || kind === 'clip-vtt') return t('kit.piece.captions');
  const name = t(`kit.piece.${known.includes(kind) ? kind : 'other'}` as Key);
  const form = shape.startsWith('far') ? 'far' : shape;
  return [...shapes, 'far'].includes(form) ? `${name}, ${t(`kit.shape.${form}` as Key)}` : name;
}
