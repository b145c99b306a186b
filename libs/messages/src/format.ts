import { isFrench, type Region } from './region.js';

const noBreak = '\u00a0';

/** A long date: `12 mai 2026`, `May 12, 2026`. `zone` is an IANA name; the instant is shown as that zone's date. */
export function formatDate(region: Region, at: Date, zone: string): string {
  return formatter(region, { dateStyle: 'long', timeZone: zone })
    .format(at)
    .replaceAll(/^1 (?=\p{L})/gu, isFrench(region) ? `1er${noBreak}` : '1 ');
}

/** A calendar date without a time, `YYYY-MM-DD`, in full: the same day everywhere. */
export function formatDay(region: Region, day: string): string {
  return formatDate(region, new Date(`${day}T12:00:00Z`), 'UTC');
}

/** Two calendar dates as one: `12–13 mai 2026`, `May 12 – 13, 2026`; one date when they are the same. */
export function formatDayRange(region: Region, from: string, to: string): string {
  if (from === to) return formatDay(region, from);
  const [start, end] = [from, to].map((day) => new Date(`${day}T12:00:00Z`)) as [Date, Date];
  return formatter(region, { dateStyle: 'long', timeZone: 'UTC' }).formatRange(start, end);
}

/** The month of a calendar date: `mars 2024`, `March 2024`. */
export function formatMonth(region: Region, day: string): string {
  return formatter(region, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`));
}

/** A weekday and date of a calendar date, for programmes: `mardi 12 mai 2026`. */
export function formatWeekday(region: Region, day: string): string {
  return formatter(region, { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`));
}

/** A weekday and a day of the year in which one is: `mardi 12 mai`, `Tuesday, May 12`; the instant's date in the zone. */
export function formatDayOf(region: Region, at: Date, zone: string): string {
  return formatter(region, { weekday: 'long', day: 'numeric', month: 'long', timeZone: zone })
    .format(at)
    .replaceAll(/ 1 (?=\p{L})/gu, isFrench(region) ? ` 1er${noBreak}` : ' 1 ');
}

/** A time of day: `7 h`, `7 h 30`, `7:00 a.m.`, in the zone. */
export function formatTime(region: Region, at: Date, zone: string): string {
  if (!isFrench(region)) {
    const time = formatter(region, { hour: 'numeric', minute: '2-digit', timeZone: zone }).format(at);
    return time.replace(/\s/gu, noBreak);
  }
  const parts = formatter('fr-FR', { hour: 'numeric', minute: '2-digit', hour12: false, timeZone: zone }).formatToParts(
    at,
  );
  const part = (type: string) => Number(parts.find((p) => p.type === type)?.value ?? 0);
  const minutes = part('minute');
  return `${part('hour') % 24}${noBreak}h${minutes ? `${noBreak}${String(minutes).padStart(2, '0')}` : ''}`;
}

/** Date and time in one zone: `12 mai 2026, 7 h`. */
export function formatDateTime(region: Region, at: Date, zone: string): string {
  return `${formatDate(region, at, zone)}, ${formatTime(region, at, zone)}`;
}

/** How long something lasts, as a person says it: `45 min`, `1 h 5 min`, `40 s`. */
export function formatDuration(_region: Region, ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds}${noBreak}s`;
  const minutes = Math.round(seconds / 60);
  const [h, m] = [Math.floor(minutes / 60), minutes % 60];
  if (h === 0) return `${m}${noBreak}min`;
  return m === 0 ? `${h}${noBreak}h` : `${h}${noBreak}h${noBreak}${m}${noBreak}min`;
}

/** A file's size: `43 Mo`, `43 MB`; decimal units. */
export function formatBytes(region: Region, bytes: number): string {
  const units = isFrench(region) ? ['o', 'ko', 'Mo', 'Go', 'To'] : ['B', 'kB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${formatNumber(region, value, value < 10 && unit > 1 ? 1 : 0)}${noBreak}${units[unit]}`;
}

/** A number with the region's separators and at most `digits` decimals. */
export function formatNumber(region: Region, value: number, digits = 0): string {
  const key = `${region} ${digits}`;
  let found = numbers.get(key);
  if (!found) {
    found = new Intl.NumberFormat(region, { maximumFractionDigits: digits });
    numbers.set(key, found);
  }
  return found.format(value);
}

/** ISO 8601: `PT45M12S`, for machines (JSON-LD, `<time datetime>`). */
export function isoDuration(ms: number): string {
  const total = Math.round(ms / 1000);
  const [h, m, s] = [Math.floor(total / 3600), Math.floor((total % 3600) / 60), total % 60];
  return `PT${h ? `${h}H` : ''}${m ? `${m}M` : ''}${s || (!h && !m) ? `${s}S` : ''}`;
}

// Making one costs a hundred times what using it does.
const formatters = new Map<string, Intl.DateTimeFormat>();
const numbers = new Map<string, Intl.NumberFormat>();

function formatter(region: Region, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${region} ${JSON.stringify(options)}`;
  let found = formatters.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(region, options);
    formatters.set(key, found);
  }
  return found;
}
