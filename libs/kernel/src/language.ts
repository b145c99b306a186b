/** The languages of pages, studio and mails; the address prefix. */
export const languages = ['en', 'fr'] as const;
export type Language = (typeof languages)[number];

/** The regional forms: they choose typography, dates and a small overlay of words. */
export const regions = ['en-CA', 'en-US', 'fr-CA', 'fr-FR'] as const;
export type Region = (typeof regions)[number];

export function isLanguage(value: unknown): value is Language {
  return (languages as readonly unknown[]).includes(value);
}

/** The page language of a tag such as `fr-CA`; English where we have no pages in it. */
export function toLanguage(tag: string): Language {
  const base = tag.toLowerCase().split('-')[0];
  return isLanguage(base) ? base : 'en';
}

/**
 * Picks the text of a row list for a reader: the asked language, else the show's, else any
 * (architecture: "localised texts are rows"). The row's own `lang` is what the page must declare.
 */
export function pickText<T extends { lang: string }>(rows: readonly T[], asked: string, home: string): T | undefined {
  return rows.find((r) => r.lang === asked) ?? rows.find((r) => r.lang === home) ?? rows[0];
}

/** Chooses a page language from an Accept-Language header, best quality first. */
export function acceptedLanguage(header: string | undefined, fallback: Language): Language {
  const wanted = (header ?? '')
    .slice(0, 512)
    .split(',')
    .map((part) => {
      const [tag = '', ...params] = part.trim().split(';');
      const q = Number(
        params
          .find((p) => p.trim().startsWith('q='))
          ?.trim()
          .slice(2) ?? 1,
      );
      return { base: tag.toLowerCase().split('-')[0], q: Number.isFinite(q) ? q : 0 };
    })
    .filter((w) => isLanguage(w.base) && w.q > 0)
    .sort((a, b) => b.q - a.q);
  return (wanted[0]?.base as Language | undefined) ?? fallback;
}
