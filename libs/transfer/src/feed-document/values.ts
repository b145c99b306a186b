import { cleanLine, cleanText, parseTimeCode } from '#libs/kernel';
import { feedLimits } from './limits.js';

/** One clean line of at most `max` characters. */
export function toLine(text: string, max: number = feedLimits.line): string {
  return cut(cleanLine(text.slice(0, max * 4 + 1_000)), max);
}

/** Clean lines of at most `max` characters. */
export function toLines(text: string, max: number): string {
  return cut(cleanText(text.slice(0, max * 4)), max);
}

/** At a character, never within one. */
export function cut(text: string, max: number): string {
  return text.length <= max
    ? text
    : text
        .slice(0, max)
        .toWellFormed()
        .replace(/\ufffd$/, '')
        .trimEnd();
}

/**
 * An absolute http or https address; empty for anything else. A relative one is resolved; credentials in it are
 * dropped, as they are nobody else's business.
 */
export function toUrl(text: string, base: string): string {
  const written = text.trim();
  if (written === '' || written.length > feedLimits.url || !URL.canParse(written, base)) return '';
  const url = new URL(written, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return '';
  url.username = '';
  url.password = '';
  return url.href.length > feedLimits.url ? '' : url.href;
}

export function isRelative(text: string): boolean {
  return text.trim() !== '' && !/^[a-z][a-z0-9+.-]*:/i.test(text.trim());
}

/** A length in bytes; null for what no file has (−1, 0, 10^18, letters; `abuse:A20`). */
export function toBytes(text: string | undefined): number | null {
  const digits = (text ?? '').trim().replace(/[\s,]/g, '');
  if (!/^\d{1,15}$/.test(digits)) return null;
  const bytes = Number(digits);
  return bytes > 0 && bytes <= 1024 ** 4 ? bytes : null;
}

/** `true`, `yes` and `explicit` are true (`clean` and the rest are not); undefined when nothing is said. */
export function toFlag(text: string): boolean | undefined {
  const said = text.trim().toLowerCase();
  return said === '' ? undefined : ['true', 'yes', 'explicit', '1'].includes(said);
}

/** A count of at most five digits; null for anything else. */
export function toCount(text: string): number | null {
  const digits = /^\s*(\d{1,5})(?:\.0*)?\s*$/.exec(text)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** `1:02:03`, `62:03` or seconds, as milliseconds; null for anything else. */
export function toDuration(text: string): number | null {
  const said = text.trim();
  const ms = /^\d+(\.\d+)?$/.test(said) ? Math.round(Number(said) * 1000) : parseTimeCode(said);
  return ms !== undefined && ms > 0 && ms < 10 * 24 * 3_600_000 ? ms : null;
}

/** Seconds with a fraction, as milliseconds from 0 up; null for anything else. */
export function toMoment(text: string | undefined): number | null {
  const said = (text ?? '').trim();
  if (said === '') return null;
  const ms = /^\d+(\.\d+)?$/.test(said) ? Math.round(Number(said) * 1000) : parseTimeCode(said);
  return ms !== undefined && ms >= 0 && ms < 10 * 24 * 3_600_000 ? ms : null;
}
