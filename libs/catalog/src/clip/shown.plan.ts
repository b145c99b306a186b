import { isShown } from '../quote/quote.state.js';
import type { Quote } from '../quote/quote.entity.js';
import type { QuoteView } from '../quote/quote.view.js';
import type { SoundTime } from '../sound/time-shift.plan.js';
import type { Clip } from './clip.entity.js';
import type { ClipUses, ClipView } from './clip.view.js';
import { moveRange } from './move-range.plan.js';

export const usualClipUses: ClipUses = { page: true, kit: true, feed: true };
export const usualQuoteUses = { page: true, image: true, text: true };

/** A clip in the time of a sound; undefined where the sound between is another than what was approved. */
export function toClipView(clip: Clip, now: SoundTime | null): ClipView | undefined {
  const { isStale, ...range } = moveRange(clip, clip.basis, now);
  if (isStale) return undefined;
  const { id, language, texts, personIds, uses } = clip;
  return { id, ...range, language, texts, personIds, uses: toUses(usualClipUses, uses, clip.scope) };
}

/**
 * A quote in the time of a sound, with the wordings that may be shown; undefined without any.
 *
 * @param isTranslated false: whoever said it wants no translation, or none any more (`ux:G-03`).
 */
export function toQuoteView(quote: Quote, now: SoundTime | null, isTranslated: boolean): QuoteView | undefined {
  const { isStale, ...range } = moveRange(quote, quote.basis, now);
  const allowed = quote.texts.filter((text) => isShown(text) && (isTranslated || !text.isTranslation));
  const texts = allowed.map(({ lang, text, isTranslation }) => ({ lang, text, isTranslation }));
  if (isStale || texts.length === 0) return undefined;
  const { id, personId, language, uses } = quote;
  return { id, personId, ...range, language, texts, uses: toUses(usualQuoteUses, uses, quote.scope) };
}

/** What the producer wants it for, as far as those who said it allow that. */
export function toUses<T extends object>(usual: T, wanted: Partial<T>, allowed: Partial<T>): T {
  const uses = { ...usual, ...wanted };
  const names = Object.keys(usual) as (keyof T)[];
  return Object.fromEntries(names.map((name) => [name, uses[name] && allowed[name] !== false])) as T;
}
