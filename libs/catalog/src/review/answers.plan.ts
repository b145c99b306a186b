import { cleanLine, type FieldProblem } from '#libs/kernel';
import { quoteMax } from '../clip/clip-form.plan.js';
import type { ClipUses } from '../clip/clip.view.js';
import type { QuoteText } from '../quote/quote.entity.js';
import { touchUp } from '../quote/quote.state.js';
import type { QuoteUses } from '../quote/quote.view.js';

/** What a guest says of one wording; `touched` needs its `text`. */
export interface WordingAnswer {
  lang: string;
  answer: 'approved' | 'touched' | 'refused' | 'open';
  text?: string;
}

export interface QuoteAnswer {
  texts: WordingAnswer[];
  /** Of the quote as the guest read it; absent: it is not looked at. */
  version?: number;
  /** What it may be used for; absent: everything. */
  scope?: Partial<QuoteUses>;
}

export interface ClipAnswer {
  answer: 'approved' | 'refused' | 'open';
  scope?: Partial<ClipUses>;
}

/** The wordings with a guest's answers; languages that are not named keep theirs, and so do wordings they were not asked about. */
export function answerTexts(texts: readonly QuoteText[], answers: readonly WordingAnswer[]): QuoteText[] {
  return texts.map((text) => {
    const said = answers.find(({ lang }) => lang === text.lang);
    return said && !text.isNew ? answerOne(text, said) : text;
  });
}

export function findAnswerProblems(answers: readonly WordingAnswer[]): FieldProblem[] {
  return answers.flatMap(({ answer, text = '', lang }) => {
    if (answer !== 'touched') return [];
    if (cleanLine(text) === '') return [{ path: `texts.${lang}`, message: 'error.field.quote.empty' }];
    if (text.length <= quoteMax) return [];
    return [{ path: `texts.${lang}`, message: 'error.field.tooLong', params: { n: quoteMax } }];
  });
}

/** Whether something that was shown is not to be any more: after the release that needs more than a link (`ux:K-04`). */
export function takesBack(before: readonly QuoteText[], after: readonly QuoteText[]): boolean {
  const isOn = ({ answer }: QuoteText) => answer === 'approved' || answer === 'changed';
  return before.some((text, i) => isOn(text) && !isOn(after[i]!));
}

function answerOne(text: QuoteText, { answer, text: wording = '' }: WordingAnswer): QuoteText {
  if (answer === 'touched') return touchUp(text, cleanLine(wording));
  const { lang, isTranslation, before } = text;
  // Approving what was proposed takes an own touch-up back; approving an own touch-up again changes nothing.
  if (answer === 'approved' && text.answer === 'changed') return text;
  return { lang, isTranslation, text: before ?? text.text, answer };
}
