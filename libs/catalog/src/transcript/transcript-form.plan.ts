import type { FieldProblem } from '#libs/kernel';

/** How many languages one episode may have texts in. */
export const transcriptsMax = 20;

/** A language tag in its usual spelling (`fr-CA`); undefined for what is none. */
export function toLanguageTag(lang: string): string | undefined {
  if (!/^[a-zA-Z]{2,3}(-[a-zA-Z]{4})?(-[a-zA-Z]{2})?$/.test(lang)) return undefined;
  const [tag] = Intl.getCanonicalLocales(lang);
  const isKnown = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }).of(tag!.split('-')[0]!);
  return isKnown ? tag : undefined;
}

export const wrongLanguage: FieldProblem = { path: 'lang', message: 'error.field.language' };

/** The text of a file: UTF-8, else UTF-16 with its mark, else Windows-1252, which can be anything. */
export function decodeText(bytes: Uint8Array): string {
  const [a, b] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) {
    return new TextDecoder(a === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
