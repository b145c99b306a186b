import { cleanLine, cleanText, type FieldProblem, toSlug } from '#libs/kernel';
import type { PersonLink } from './person.entity.js';

/** A name as everybody else writes it: cleaned, one line. */
export function toPersonName(name: string): string {
  return cleanLine(name);
}

/** `Jean Tremblay` → `Tremblay, Jean`, a first guess that a producer may correct. */
export function toSortName(name: string): string {
  const words = name.split(' ');
  const last = words.pop()!;
  return words.length === 0 ? last : `${last}, ${words.join(' ')}`;
}

/** The address segment of a name. */
export function toPersonSlug(name: string): string {
  return toSlug(name, 'guest');
}

/** What is wrong with a name; none: it may be saved. */
export function findNameProblems(name: string, path = 'name'): FieldProblem[] {
  const clean = toPersonName(name);
  if (clean === '') return [{ path, message: 'error.field.required' }];
  if (clean.length > 120) return [{ path, message: 'error.field.tooLong', params: { n: 120 } }];
  return [];
}

/** Links that a browser may follow: http and https only (`abuse:A06`). */
export function findLinkProblems(links: readonly PersonLink[]): FieldProblem[] {
  if (links.length > 20) return [{ path: 'links', message: 'error.field.tooMany', params: { n: 20 } }];
  return links.flatMap((link, i) =>
    isWebAddress(link.url) ? [] : [{ path: `links.${i}.url`, message: 'error.field.wrongAddress' }],
  );
}

export function cleanLinks(links: readonly PersonLink[]): PersonLink[] {
  return links.map((link) => ({ label: cleanLine(link.label), url: cleanText(link.url) }));
}

export function isWebAddress(text: string): boolean {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined;
  return url !== undefined && (url.protocol === 'https:' || url.protocol === 'http:');
}
