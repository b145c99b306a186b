import { cleanLine, cleanText, type FieldProblem, isReservedSegment, toSlug } from '#libs/kernel';
import { isCategory } from '../category/categories.js';
import { isTimeZone } from '../episode/schedule.plan.js';
import type { Show } from './show.entity.js';

/** A show's settings; absent ones stay as they are. `texts` replaces the whole list. */
export interface ShowForm {
  language?: string;
  category?: string;
  subcategory?: string;
  explicit?: boolean;
  type?: Show['type'];
  author?: string;
  ownerEmail?: string;
  timeZone?: string;
  copyright?: string;
  locked?: boolean;
  accent?: string;
  hostIds?: string[];
  texts?: { lang: string; title: string; description: string }[];
}

/** The form with every text cleaned: one line, or lines for a description. */
export function cleanShowForm(form: ShowForm): ShowForm {
  const line = (text: string | undefined) => (text === undefined ? undefined : cleanLine(text));
  const cleaned: ShowForm = {
    ...form,
    author: line(form.author),
    copyright: line(form.copyright),
    ownerEmail: line(form.ownerEmail),
    texts: form.texts?.map(({ lang, title, description }) => ({
      lang,
      title: cleanLine(title),
      description: cleanText(description),
    })),
    // A subcategory belongs to its category and goes with it.
    ...(form.category !== undefined && { subcategory: form.subcategory ?? '' }),
  };
  return Object.fromEntries(Object.entries(cleaned).filter(([, value]) => value !== undefined));
}

/** What is wrong with a cleaned form; none: it may be saved. `show` is what it is applied to. */
export function findShowProblems(form: ShowForm, show?: Pick<Show, 'category'>): FieldProblem[] {
  const { language, category = show?.category, subcategory, timeZone, texts, accent, ownerEmail } = form;
  const found: (FieldProblem | false)[] = [
    // feed:C04
    language !== undefined && !isKnownLanguage(language) && { path: 'language', message: 'error.field.language' },
    // feed:C05
    (form.category !== undefined || subcategory !== undefined) &&
      !isCategory(category ?? '', subcategory ?? '') && {
        path: isCategory(category ?? '') ? 'subcategory' : 'category',
        message: 'error.field.wrongChoice',
      },
    timeZone !== undefined && !isTimeZone(timeZone) && { path: 'timeZone', message: 'error.field.timeZone' },
    !!accent && !/^#[0-9a-f]{6}$/i.test(accent) && { path: 'accent', message: 'error.field.colour' },
    // feed:C17
    !!ownerEmail &&
      !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(ownerEmail) && { path: 'ownerEmail', message: 'error.field.wrongEmail' },
    ...findTextProblems(texts),
  ];
  return found.filter((problem) => problem !== false);
}

/** The address segment that a show asks for: its own wish or its title, and never one of a route (`ux` 5.1). */
export function toShowSlug(title: string, wish?: string): string {
  return toSlug(wish?.trim() || title, 'show');
}

/** Whether a show may not have this segment. */
export function isTakenSegment(segment: string, taken: ReadonlySet<string>): boolean {
  return isReservedSegment(segment) || taken.has(segment);
}

function findTextProblems(texts: ShowForm['texts']): FieldProblem[] {
  if (!texts) return [];
  if (texts.length === 0) return [{ path: 'texts', message: 'error.field.texts.none' }];
  if (new Set(texts.map((text) => text.lang)).size < texts.length) {
    return [{ path: 'texts', message: 'error.field.texts.twice' }];
  }
  return texts.flatMap(({ title, description }, i) => [
    ...(title === '' ? [{ path: `texts.${i}.title`, message: 'error.field.required' }] : []),
    ...(title.length > 255
      ? [{ path: `texts.${i}.title`, message: 'error.field.title.long', params: { max: 255, n: title.length } }]
      : []),
    // feed:C02 counts bytes
    ...(Buffer.byteLength(description) > 4000
      ? [{ path: `texts.${i}.description`, message: 'error.field.description.long' }]
      : []),
  ]);
}

function isKnownLanguage(tag: string): boolean {
  if (!/^[a-z]{2}(-[A-Z]{2})?$/.test(tag)) return false;
  return new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }).of(tag.slice(0, 2)) !== undefined;
}
