import type { ClipAnswer, QuoteAnswer, WordingAnswer } from '#libs/catalog';

const answers = ['approved', 'touched', 'refused'] as const;
const quoteScopes = ['page', 'image', 'text'] as const;
const clipScopes = ['page', 'kit', 'feed'] as const;
const clipAnswers = ['approved', 'refused'] as const;

/** A quote's form: `answer.fr`, `text.fr`, `scope`, and the version that was read; undefined: no answer was chosen. */
export function readQuoteAnswer(form: URLSearchParams): QuoteAnswer | undefined {
  const texts = [...form].flatMap(([name, value]): WordingAnswer[] => {
    const lang = /^answer\.([a-z]{2,3}(?:-[A-Za-z]{2,4})?)$/.exec(name)?.[1];
    const answer = answers.find((each) => each === value);
    if (!lang || !answer) return [];
    return [{ lang, answer, ...(answer === 'touched' && { text: form.get(`text.${lang}`) ?? '' }) }];
  });
  const version = /^\d{1,9}$/.exec(form.get('version') ?? '')?.[0];
  const read = version === undefined ? {} : { version: Number(version) };
  return texts.length === 0 ? undefined : { texts, ...read, ...readScope(form, quoteScopes) };
}

export function readClipAnswer(form: URLSearchParams): ClipAnswer | undefined {
  const answer = clipAnswers.find((each) => each === form.get('answer'));
  return answer && { answer, ...readScope(form, clipScopes) };
}

/** Switches that are off are not sent: the hidden field says that they were there. */
function readScope<Name extends string>(
  form: URLSearchParams,
  names: readonly Name[],
): { scope?: Partial<Record<Name, boolean>> } {
  if (!form.has('scoped')) return {};
  const on = new Set(form.getAll('scope'));
  return { scope: Object.fromEntries(names.map((name) => [name, on.has(name)])) as Record<Name, boolean> };
}
