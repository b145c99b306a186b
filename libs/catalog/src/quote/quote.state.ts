import type { Quote, QuoteState, QuoteText } from './quote.entity.js';

/** A touch-up that shares less of its words than this needs its producer (`ux:K-19`). */
export const overlapMin = 0.7;

/** Whether a wording may be shown: approved by itself, each language for its own (`ux:K-19`, `ux:K-20`). */
export function isShown({ answer, isFlagged }: QuoteText): boolean {
  return answer === 'approved' || (answer === 'changed' && !isFlagged);
}

/** Where a quote stands after its answers: approved when one wording may be shown, refused when none ever will. */
export function toQuoteStanding({ state, texts, askedAt }: Pick<Quote, 'state' | 'texts' | 'askedAt'>): QuoteState {
  if (state === 'proposed') return state;
  if (texts.some(isShown)) return 'approved';
  if (texts.length > 0 && texts.every(({ answer }) => answer === 'refused')) return 'refused';
  const open = texts.filter(({ answer }) => answer === 'open');
  return askedAt && (open.length === 0 || open.some(isWaiting)) ? 'asked' : 'picked';
}

/** Whether the person was asked about a wording and has not answered. */
export function isWaiting({ answer, isNew }: QuoteText): boolean {
  return answer === 'open' && !isNew;
}

/** Whether the person is still to be asked: about the quote, or about a wording that came after the last asking. */
export function isToAsk({ state, texts, askedAt }: Pick<Quote, 'state' | 'texts' | 'askedAt'>): boolean {
  return state !== 'proposed' && texts.some(({ answer, isNew }) => answer === 'open' && (isNew || !askedAt));
}

/** The wordings after an edit of a quote that its person was asked about: those in other words, or that wait for an answer again, are new. */
export function markNew(before: readonly QuoteText[], after: readonly QuoteText[]): QuoteText[] {
  const asked = new Set(before.filter(isWaiting).map(({ lang, text }) => `${lang} ${text}`));
  const isNew = ({ lang, text, answer }: QuoteText) => answer === 'open' && !asked.has(`${lang} ${text}`);
  return after.map((text) => (isNew(text) ? { ...text, isNew: true } : text));
}

/** The wordings once the person is asked about all of them. */
export function dropNew(texts: readonly QuoteText[]): QuoteText[] {
  return texts.map(({ isNew: _isNew, ...text }) => text);
}

/** Wordings that nobody has to be asked about: approved as they are, but not what was refused (`ux:K-22`). */
export function approveAll(texts: readonly QuoteText[], isSilent = false): QuoteText[] {
  return dropNew(texts).map((text) =>
    text.answer === 'open' ? { ...text, answer: 'approved', ...(isSilent && { isSilent }) } : text,
  );
}

/** A wording after the guest's touch-up; the words that were proposed stay beside it, flagged where it says something else. */
export function touchUp(text: QuoteText, wording: string): QuoteText {
  const before = text.before ?? text.text;
  if (wording === before)
    return { lang: text.lang, text: before, isTranslation: text.isTranslation, answer: 'approved' };
  const isFlagged = wordOverlap(before, wording) < overlapMin || turnsAround(before, wording);
  const { lang, isTranslation } = text;
  return { lang, isTranslation, text: wording, answer: 'changed', before, ...(isFlagged && { isFlagged }) };
}

/** How much of their words two wordings share, 0 to 1: twice the common ones over all (Dice), each word as often as it is said. */
export function wordOverlap(one: string, other: string): number {
  const [a, b] = [toWords(one), toWords(other)];
  if (a.length + b.length === 0) return 1;
  const counts = new Map<string, number>();
  for (const word of a) counts.set(word, (counts.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of b) {
    const left = counts.get(word) ?? 0;
    if (left > 0) common += 1;
    counts.set(word, left - 1);
  }
  return (2 * common) / (a.length + b.length);
}

/** Words that turn a sentence around, however few they are; and numbers. */
const turning =
  /^(not|no|never|nothing|nobody|none|without|cannot|n|t|ne|pas|jamais|rien|aucune?|personne|sans|ni|\d+)$/;

function turnsAround(before: string, after: string): boolean {
  const of = (text: string) =>
    toWords(text)
      .filter((word) => turning.test(word))
      .sort()
      .join(' ');
  return of(before) !== of(after);
}

function toWords(text: string): string[] {
  return (
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
