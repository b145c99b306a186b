/// <reference lib="dom" />
import { keep, kept } from './store.js';

/** A moment that an address names, in seconds. */
export interface Moment {
  start: number;
  end?: number;
}

/** What of an earlier release is where now: begin there, begin here, length; in seconds. */
type Span = [from: number, to: number, length: number];

/** How links to moments of earlier releases go on leading there; as the catalogue's `TimeLinks`, in seconds. */
export interface Links {
  first: number;
  version: number | null;
  older: [revisions: number[], spans: Span[]][];
}

/** Where a moment of a release is now: itself, or the next that is left, or the end. Without a release it is the first one's. */
export function toNow(seconds: number, release: number | undefined, links: Links | undefined): number {
  const asked = release ?? links?.first;
  const spans = links?.older.find(([revisions]) => revisions.includes(asked!))?.[1];
  if (!spans) return seconds;
  const span = spans.find(([from, , length]) => seconds < from + length);
  if (span) return span[1] + Math.max(0, seconds - span[0]);
  const last = spans.at(-1);
  return last ? last[1] + last[2] : 0;
}

/** Seconds of `600`, `10m`, `1h2m3s`, `10:00`, `1:02:03`; undefined for anything else. */
export function toSeconds(text: string): number | undefined {
  const t = text.trim();
  if (/^\d+(\.\d+)?$/.test(t)) return Number(t);
  const colons = /^(?:(\d+):)?(\d+):([0-5]\d)$/.exec(t);
  if (colons) return Number(colons[1] ?? 0) * 3600 + Number(colons[2]) * 60 + Number(colons[3]);
  const units = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/.exec(t);
  if (!t || !units) return undefined;
  return Number(units[1] ?? 0) * 3600 + Number(units[2] ?? 0) * 60 + Number(units[3] ?? 0);
}

/** Where the parts of a page begin, in seconds: chapters in their order, paragraphs by number. */
export interface Starts {
  chapters: readonly number[];
  paragraph(number: number): number | undefined;
}

/**
 * The moment of `?t=600&end=660`, `?t=600,660`, `#t=600,660`, `#chapter-3` or `#p-12` (`ux:V-06`), in the time of this
 * release; `&r=` says of which it was. A time wins over a place of the page, which may stand beside it.
 */
export function momentOf(search: string, hash: string, starts: Starts, links?: Links): Moment | undefined {
  const query = new URLSearchParams(search);
  const [from, to] = (/^#t=(.+)$/.exec(hash)?.[1] ?? query.get('t') ?? '').split(',');
  const release = Number(query.get('r')) || undefined;
  const now = (text: string): number | undefined => {
    const seconds = toSeconds(text);
    return seconds === undefined ? undefined : toNow(seconds, release, links);
  };
  const start = now(from ?? '');
  if (start === undefined) return placeOf(hash, starts);
  const end = now(to ?? query.get('end') ?? '');
  return end !== undefined && end > start ? { start, end } : { start };
}

function placeOf(hash: string, starts: Starts): Moment | undefined {
  const [, kind, number] = /^#(chapter|p)-(\d{1,6})$/.exec(hash) ?? [];
  if (!number) return undefined;
  const start = kind === 'p' ? starts.paragraph(Number(number)) : starts.chapters[Number(number) - 1];
  return start === undefined ? undefined : { start };
}

/** `0:04`, `12:04`, `1:02:03`. */
export function timeCode(seconds: number): string {
  const total = Math.max(0, Math.floor(seconds));
  const [h, m, s] = [Math.floor(total / 3600), Math.floor((total % 3600) / 60), total % 60];
  const two = (n: number): string => String(n).padStart(2, '0');
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** The place in a recording, remembered on this device only (`ux:L-08`), and found again when its sound was cut since. */
export function memory(id: string, links?: Links) {
  const key = `place:${id}`;
  return {
    read(): number | undefined {
      const [seconds, release] = (kept(key) ?? '').split(' ').map(Number);
      return seconds! > 0 ? toNow(seconds!, release, links) : undefined;
    },
    write(seconds: number): void {
      const version = links?.version;
      keep(key, `${Math.floor(seconds)}${version ? ` ${version}` : ''}`);
    },
    forget: (): void => keep(key, null),
    /** Whether the keys of players are on, on this device. */
    hasKeys: (): boolean => kept('keys') !== 'off',
    setKeys: (isOn: boolean): void => keep('keys', isOn ? null : 'off'),
  };
}

/** `12 minutes 4 seconds`, in the words of a language: what a slider says (`ux:V-02`). */
export function timeInWords(seconds: number, lang: string): string {
  const total = Math.max(0, Math.floor(seconds));
  const parts: [number, string][] = [
    [Math.floor(total / 3600), 'hour'],
    [Math.floor((total % 3600) / 60), 'minute'],
    [total % 60, 'second'],
  ];
  const said = parts.filter(([value]) => value > 0);
  return (said.length > 0 ? said : parts.slice(2))
    .map(([value, unit]) => new Intl.NumberFormat(lang, { style: 'unit', unit, unitDisplay: 'long' }).format(value))
    .join(' ');
}

/** Puts values into the places of a sentence. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}
