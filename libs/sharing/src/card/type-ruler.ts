import { type Face, loadFonts, type LoadedFont, type Weight } from './font-files.js';

export interface TypeStyle {
  face: Face;
  weight: Weight;
  /** Pixels. */
  size: number;
}

/** Kerning moves letters closer far more often than apart; what it may add is within this. */
const margin = 1.015;

let loading: Promise<TypeRuler> | undefined;

/** The ruler of the packaged fonts, made once. */
export function loadRuler(): Promise<TypeRuler> {
  return (loading ??= loadFonts().then(
    (fonts) => new TypeRuler(fonts),
    (error: unknown) => {
      loading = undefined;
      throw error;
    },
  ));
}

/** Measures text with the fonts that draw it, and leaves out what none of them can draw. */
export class TypeRuler {
  private readonly widths = new Map<string, ReadonlyMap<number, number>>();

  constructor(fonts: readonly LoadedFont[]) {
    for (const weight of [400, 700] as const) {
      for (const face of ['heading', 'text'] as const) {
        const own = fonts.filter((font) => font.weight === weight);
        // The face's own fonts first; of two with a letter the first one draws it.
        const ordered = [...own.filter((font) => font.face === face), ...own.filter((font) => font.face !== face)];
        const all = new Map<number, number>();
        for (const { metrics } of ordered) {
          for (const [code, width] of metrics) if (!all.has(code)) all.set(code, width);
        }
        this.widths.set(`${face} ${weight}`, all);
      }
    }
  }

  /** Pixels, at least as wide as it will be drawn. */
  width(text: string, { face, weight, size }: TypeStyle): number {
    const widths = this.widths.get(`${face} ${weight}`)!;
    let sum = 0;
    for (const char of text) sum += widths.get(char.codePointAt(0)!) ?? 600;
    return (sum * size * margin) / 1000;
  }

  /**
   * One line of what can be drawn: composed letters, plain spaces, no emoji, no marks that turn the direction. When
   * more than a third of its letters would be missing, the words that are whole, if there are two: half a name is worse
   * than none, and a name in two alphabets has one of them.
   */
  drawable(text: string): string {
    const widths = this.widths.get('text 400')!;
    const has = (char: string) => widths.has(char.codePointAt(0)!);
    let whole = text.toWellFormed().normalize('NFC').replace(/\s/gu, toDrawnSpace);
    const letters = [...whole].filter(isLetter);
    if (letters.filter((char) => !has(char)).length * 3 > letters.length) {
      const words = whole.split(' ').filter((word) => [...word].every((char) => !isLetter(char) || has(char)));
      if (words.filter((word) => [...word].some(isLetter)).length < 2) return '';
      whole = words.join(' ');
    }
    const kept = [...whole].filter(
      (char) => (has(char) && !/\p{Extended_Pictographic}|\p{Cf}/u.test(char)) || isMark(char),
    );
    return kept.join('').replace(/ {2,}/g, ' ').trim();
  }
}

const isLetter = (char: string) => /[\p{L}\p{N}]/u.test(char);
const isMark = (char: string) => '©®™'.includes(char);

/** The narrow and the wide no-break space keep words together; all others are one plain space. */
function toDrawnSpace(space: string): string {
  return space === '\u00a0' || space === '\u202f' ? '\u00a0' : ' ';
}
