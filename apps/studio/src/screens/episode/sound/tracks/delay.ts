import { parseTimeCode } from '../../chapters/time-code';

/** The server takes an hour. */
const longestMs = 3_600_000;

/** Milliseconds of `1.5`, `1,5`, `1,5 s` or `2:05`; undefined for what is no time, and for more than an hour. */
export function parseDelay(text: string): number | undefined {
  const ms = parseTimeCode(text.replace(/\s*s\s*$/i, ''));
  return ms === undefined || ms > longestMs ? undefined : ms;
}

/** Seconds as they are typed, `1.5` or `1,5`. */
export function formatDelay(ms: number, language: 'en' | 'fr'): string {
  const seconds = String(ms / 1000);
  return language === 'fr' ? seconds.replace('.', ',') : seconds;
}
