import { cleanLine, type FieldProblem } from '#libs/kernel';
import { quoteMax } from '../clip/clip-form.plan.js';
import type { Quote, QuoteText } from './quote.entity.js';
import type { QuoteUses } from './quote.view.js';

/** What a producer may change of a quote; absent fields stay. A wording that says something else is asked about again. */
export interface QuoteForm {
  startMs?: number;
  endMs?: number;
  personId?: string;
  texts?: { lang: string; text: string }[];
  uses?: Partial<QuoteUses>;
}

/** The wordings of a form over those there are: what stays as it was keeps its answer (`ux:K-19`, `ux:K-20`). */
export function joinTexts(
  before: readonly QuoteText[],
  form: readonly { lang: string; text: string }[],
  spoken: string,
): QuoteText[] {
  return form
    .map(({ lang, text }) => ({ lang, text: cleanLine(text) }))
    .filter(({ text }) => text !== '')
    .map(({ lang, text }) => {
      const known = before.find((each) => each.lang === lang && each.text === text);
      return known ?? { lang, text, isTranslation: baseOf(lang) !== baseOf(spoken), answer: 'open' };
    });
}

export function findQuoteProblems(texts: readonly { lang: string; text: string }[]): FieldProblem[] {
  const isTwice = new Set(texts.map(({ lang }) => lang)).size < texts.length;
  return [
    ...(texts.length === 0 ? [{ path: 'texts', message: 'error.field.quote.empty' }] : []),
    ...(isTwice ? [{ path: 'texts', message: 'error.field.quote.twice' }] : []),
    ...texts.flatMap(({ text }, i) =>
      text.length > quoteMax
        ? [{ path: `texts.${i}.text`, message: 'error.field.tooLong', params: { n: quoteMax } }]
        : [],
    ),
  ];
}

/** Every wording waits for an answer again: it is another person, or another moment. */
export function reopen(texts: readonly QuoteText[]): QuoteText[] {
  return texts.map(({ lang, text, isTranslation }) => ({ lang, text, isTranslation, answer: 'open' }));
}

export function toQuoteForm({ startMs, endMs, personId, texts, uses }: Quote): QuoteForm {
  return { startMs, endMs, personId, texts: texts.map(({ lang, text }) => ({ lang, text })), uses };
}

function baseOf(tag: string): string {
  return tag.split('-')[0]!.toLowerCase();
}
