import type { PieceOfKit } from './piece-of-kit.entity.js';

/** The language of what can be read in a piece of what somebody said, as it is to be made; undefined: nothing can. */
export function wordsOf({ kind, lang, input }: Pick<PieceOfKit, 'kind' | 'lang' | 'input'>): string | undefined {
  const isCaptioned = Array.isArray(input['cues']) && input['cues'].length > 0;
  return kind === 'quote' || isCaptioned ? lang || undefined : undefined;
}
