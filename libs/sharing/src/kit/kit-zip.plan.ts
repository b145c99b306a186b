import type { Addresses } from '#libs/catalog';
import { type Language, languages, toLanguage } from '#libs/kernel';
import { t, type Key, type Region } from '#libs/messages';
import { kitAddress } from '../life/kit-address.plan.js';
import type { KitView } from '../life/kit.view.js';
import { toDisclaimer } from '../text/kit-facts.plan.js';
import { titleOf } from '../card/card-contents.plan.js';
import { kitFileName } from './kit-names.plan.js';
import type { PieceOfKit } from './piece-of-kit.entity.js';

/** One file of the archive: stored bytes, or a text made for it. */
export type ZipEntry = { name: string; at: Date } & ({ key: string; bytes: number } | { text: string });

/** `ux` 2.14, 4: what mail and phones still take. */
export const mostZipBytes = 150 * 1024 * 1024;

/**
 * Every file that is ready, a description beside each picture, and what they are in both languages. Names are ASCII. When
 * it would be too large, films without captions go first, then the others; the reader is told.
 */
export function planKitZip(addresses: Addresses, view: KitView, pieces: readonly PieceOfKit[]): ZipEntry[] {
  const ready = pieces.filter(({ key, fileName }) => key !== null && fileName !== '');
  const kept = keepWithin(ready);
  const names = new Set<string>();
  const files = kept.flatMap((piece): ZipEntry[] => {
    const name = freeName(piece.fileName, names);
    const at = piece.updatedAt;
    const beside: ZipEntry[] = hasAlt(piece) ? [{ name: `${name}.txt`, at, text: `${piece.alt}\n` }] : [];
    return [{ name, at, key: piece.key!, bytes: piece.bytes }, ...beside];
  });
  const at = new Date(Math.max(0, ...kept.map(({ updatedAt }) => updatedAt.getTime())));
  const readmes = languages.map((lang) => ({
    name: lang === 'fr' ? 'LISEZMOI.txt' : 'README.txt',
    at,
    text: toReadme(addresses, view, { lang, kept, isWhole: kept.length === ready.length }),
  }));
  return [...readmes, ...files];
}

/** The archive's own name. */
export function zipName({ show, episode, personName }: KitView): string {
  return kitFileName({ showSlug: show.slug, number: episode.number, guest: personName }, 'kit', '', 'zip');
}

function keepWithin(pieces: readonly PieceOfKit[]): PieceOfKit[] {
  // Texts and headers take less than one megabyte.
  let left = mostZipBytes - 1024 * 1024;
  const rank = ({ kind }: PieceOfKit) => (kind === 'clip-clean' ? 2 : kind === 'clip' ? 1 : 0);
  const kept = new Set<PieceOfKit>();
  for (const piece of [...pieces].sort((a, b) => rank(a) - rank(b))) {
    if (piece.bytes > left) continue;
    left -= piece.bytes;
    kept.add(piece);
  }
  return pieces.filter((piece) => kept.has(piece));
}

/** Two sentences at the same second would have one name. */
function freeName(wanted: string, names: Set<string>): string {
  let name = wanted;
  for (let n = 2; names.has(name); n += 1) name = wanted.replace(/(\.\w+)$/, `-${n}$1`);
  names.add(name);
  return name;
}

function hasAlt({ mime, alt }: PieceOfKit): boolean {
  return alt !== '' && (mime.startsWith('image/') || mime.startsWith('video/'));
}

interface ReadmeGiven {
  lang: Language;
  kept: readonly PieceOfKit[];
  isWhole: boolean;
}

function toReadme(addresses: Addresses, view: KitView, { lang, kept, isWhole }: ReadmeGiven): string {
  const { show, episode, personName } = view;
  const region: Region = toLanguage(view.link.locale) === lang ? view.link.locale : lang === 'fr' ? 'fr-CA' : 'en-CA';
  const say = (key: Key, params?: Record<string, string>) => t(region, key, params);
  const showTitle = show.texts.find((text) => text.lang === lang)?.title ?? show.texts[0]?.title ?? show.slug;
  const title = titleOf(episode, lang);
  const disclaimer = toDisclaimer(view, lang);
  const audio = view.isReleased && episode.enclosure ? addresses.enclosureOf(episode) : '';
  const lines = [
    say('card.readme.title', { title }),
    say('card.readme.show', { show: showTitle }),
    say('card.readme.page', { address: kitAddress(addresses, view, lang) }),
    audio && say('card.readme.audio', { address: audio }),
    disclaimer && say('card.readme.disclaimer', { disclaimer }),
    say('card.readme.credit', { credit: [personName, showTitle].join(', ') }),
    show.copyright && say('card.readme.licence', { licence: show.copyright }),
    '',
    say('card.readme.files'),
    '',
    ...kept.map((piece) => `${piece.fileName}\n  ${say(kindKey(piece))}`),
    '',
    say('card.readme.alt'),
    isWhole ? '' : say('card.readme.left'),
  ];
  return `${lines
    .filter((line, i) => line !== '' || lines[i - 1] !== '')
    .join('\n')
    .trim()}\n`;
}

function kindKey({ kind, shape }: PieceOfKit): Key {
  if (kind === 'card' || kind === 'panel') return `card.kind.${shape}` as Key;
  const known: Record<string, Key> = {
    quote: 'card.kind.quote',
    photo: 'card.kind.photo',
    qr: 'card.kind.qr',
    signature: 'card.kind.signature',
    slide: 'card.kind.slide',
    transcript: 'card.kind.transcript',
    clip: 'card.kind.clip',
    'clip-clean': 'card.kind.clipClean',
    'clip-audio': 'card.kind.clipAudio',
    'clip-srt': 'card.kind.captions',
    'clip-vtt': 'card.kind.captions',
  };
  return known[kind] ?? 'card.kind.other';
}
