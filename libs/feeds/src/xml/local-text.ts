/**
 * The row in the feed's language: the exact tag, else the same base language (`fr` serves `fr-CA`), else any. The order
 * of the rows does not matter: the same rows always give the same one.
 */
export function pickLocal<T extends { lang: string }>(rows: readonly T[], language: string): T | undefined {
  const wanted = language.toLowerCase();
  const rank = ({ lang }: T) => (lang.toLowerCase() === wanted ? 0 : baseOf(lang) === baseOf(wanted) ? 1 : 2);
  return [...rows].sort((a, b) => rank(a) - rank(b) || (a.lang < b.lang ? -1 : 1))[0];
}

function baseOf(tag: string): string {
  return tag.toLowerCase().split('-')[0]!;
}
