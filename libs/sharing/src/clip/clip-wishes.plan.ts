import type { Cue } from '#libs/catalog';
import { type Language, languages, toLanguage } from '#libs/kernel';
import type { CardContent } from '../card/card.content.js';
import { clipShapes, type ClipShape } from '../card/clip-background.plan.js';
import type { PieceWish } from '../kit/kit-pieces.js';
import type { ClipInput } from './clip-input.js';

/** The kinds of pieces that are made of clips. */
export const clipKinds = ['clip', 'clip-clean', 'clip-audio', 'clip-srt', 'clip-vtt'] as const;

export interface ClipToMake {
  clip: { id: string; startMs: number; endMs: number; language: string };
  source: ClipInput['source'];
  /** By language; one without any is not in it. */
  captions: Readonly<Record<string, readonly Cue[]>>;
  content: (lang: Language) => CardContent;
  endNotes: (lang: Language) => string[];
  /** ASCII, without its extension (`ux` 2.5). */
  fileName: (what: string, lang: string) => string;
  /** What the film shows, in words. */
  alt: (lang: Language) => string;
}

const shapes = Object.keys(clipShapes) as ClipShape[];
const shapeNames: Record<ClipShape, string> = { square: '1x1', story: '9x16', wide: '16x9' };

/**
 * Every file of a clip (`ux` 2.5): sound; films in three shapes for each language of captions, with them burned in; the
 * same without them, and captions as files; what takes no time comes first. Without captions the films are once, in the
 * spoken language, with its title.
 */
export function toClipWishes(given: ClipToMake): PieceWish[] {
  const { clip, captions, source } = given;
  const spoken = toLanguage(clip.language);
  const langs = languages.filter((lang) => captions[lang]?.length);
  const bare = { drawing: 1 as const, source, startMs: clip.startMs, endMs: clip.endMs };
  const make = (
    kind: string,
    what: string,
    lang: string,
    extension: string,
    input: Partial<ClipInput>,
    more: Partial<PieceWish> = {},
  ): PieceWish => ({
    ...{ kind, lang, itemId: clip.id, fileName: `${given.fileName(what, lang)}.${extension}` },
    input: { ...bare, cues: [], content: null, endNotes: [], ...input },
    ...more,
  });
  const film = (kind: 'clip' | 'clip-clean', lang: Language, shape: ClipShape, cues: readonly Cue[]) =>
    make(
      kind,
      `${kind}-${shapeNames[shape]}`,
      kind === 'clip' ? lang : '',
      'mp4',
      {
        cues: [...cues],
        content: given.content(lang),
        endNotes: given.endNotes(lang),
      },
      { shape, alt: given.alt(lang) },
    );
  const drawn = langs.length > 0 ? langs : [spoken];
  return [
    make('clip-audio', 'clip', '', 'mp3', {}),
    ...langs.flatMap((lang) =>
      (['srt', 'vtt'] as const).map((kind) =>
        make(`clip-${kind}`, 'clip', lang, kind, { source: { key: '', isFilm: false }, cues: [...captions[lang]!] }),
      ),
    ),
    ...drawn.flatMap((lang) => shapes.map((shape) => film('clip', lang, shape, captions[lang] ?? []))),
    ...(langs.length > 0 ? shapes.map((shape) => film('clip-clean', spoken, shape, [])) : []),
  ];
}
