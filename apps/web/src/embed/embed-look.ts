import { type Region, toRegion } from '#libs/messages';
import type { EmbedLook } from '#libs/pages';

const known: readonly Region[] = ['en-CA', 'en-US', 'fr-CA', 'fr-FR'];

/** `?lang=fr-CA&theme=dark`; what is neither is as if it were not there (`abuse:A52`). */
export function readLook(query: unknown, showLanguage: string): EmbedLook {
  const { lang, theme } = (query ?? {}) as { lang?: unknown; theme?: unknown };
  const asked = typeof lang === 'string' && lang.length <= 5 ? lang.toLowerCase() : '';
  const region = known.find((each) => each.toLowerCase() === asked || each.slice(0, 2) === asked);
  const look = { region: region ?? toRegion(showLanguage) };
  return theme === 'light' || theme === 'dark' ? { ...look, theme } : look;
}
