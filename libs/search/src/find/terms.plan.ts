import { cleanLine } from '#libs/kernel';
import { fold, openLigatures } from '../passage/fold.js';

/** The longest question; the rest is cut off. */
export const questionMax = 200;
const mostTerms = 16;

/** A question taken apart: as the database understands it, and its single words. */
export interface Terms {
  /** As a person wrote it, clean; with quotes, `-` and OR. */
  question: string;
  /** Without its last word; undefined when that one is not to be taken as the beginning of a word. */
  before: string | undefined;
  /** Letters and digits only, without accents; empty with `before` undefined. */
  beginning: string;
  /** The words that are wanted: for marks, and for looking for each by itself. */
  words: string[];
  /** Nothing but words: no quotes, no `-`, no OR. */
  isPlain: boolean;
}

/**
 * The last word may be the beginning of one (`entrepr` finds *entreprise*), unless it stands in quotes or is excluded.
 * Undefined for a question without a word.
 */
export function toTerms(typed: string): Terms | undefined {
  const question = openLigatures(cleanLine(typed.slice(0, questionMax)));
  const parts = (question.match(/-?"[^"]*"?|\S+/g) ?? []).slice(0, mostTerms);
  const isPlain = parts.every((part) => !/^-|"|^or$/i.test(part));
  const wanted = parts.filter((part) => !part.startsWith('-') && !/^or$/i.test(part));
  const words = wanted.flatMap((part) => part.match(/[\p{L}\p{N}]+/gu) ?? []);
  if (words.length === 0) return undefined;
  const last = parts.at(-1)!;
  const mayGoOn =
    /^[\p{L}\p{N}'-]*[\p{L}\p{N}]{3,}$/u.test(last) && !/^-|^or$/i.test(last) && /["\s]$/.test(typed) === false;
  return {
    ...{ question: parts.join(' '), words, isPlain },
    before: mayGoOn ? parts.slice(0, -1).join(' ') : undefined,
    beginning: mayGoOn ? fold(words.at(-1)!) : '',
  };
}
