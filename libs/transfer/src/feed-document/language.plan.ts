/** A language as shows have it, `fr` or `fr-CA`; empty for what is none. `en-us` and `pt_BR` are understood. */
export function toLanguageTag(text: string): string {
  const [base = '', ...rest] = text.trim().split(/[-_]/);
  const language = base.toLowerCase();
  if (!/^[a-z]{2}$/.test(language) || !isKnown(language)) return '';
  const region = rest.find((part) => /^[A-Za-z]{2}$/.test(part));
  return region ? `${language}-${region.toUpperCase()}` : language;
}

function isKnown(language: string): boolean {
  return new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }).of(language) !== undefined;
}
