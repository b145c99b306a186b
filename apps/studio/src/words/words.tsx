import {
  formatBytes,
  formatDate,
  formatDateTime,
  formatDuration,
  formatNumber,
  formatTime,
  type Region,
  toRegion,
  type Translate,
  translator,
} from '#libs/messages';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';

/** Everything that turns values into words in the reader's region and time zone. */
export interface Words {
  t: Translate;
  region: Region;
  language: 'en' | 'fr';
  zone: string;
  setRegion(region: Region): void;
  setZone(zone: string): void;
  date(at: string | Date, zone?: string): string;
  /** A local date without a zone, `2026-05-12`. */
  day(date: string): string;
  time(at: string | Date, zone?: string): string;
  dateTime(at: string | Date, zone?: string): string;
  bytes(bytes: number): string;
  duration(ms: number): string;
  number(value: number, digits?: number): string;
  /** `3 minutes ago`, `in 2 days`. */
  ago(at: string | Date): string;
}

const WordsContext = createContext<Words | null>(null);
const kept = 'estrade.region';
const browserZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

export function WordsProvider({ children }: { children: ReactNode }) {
  const [region, setRegion] = useState<Region>(() => toRegion(localStorage.getItem(kept) ?? navigator.language));
  const [zone, setZone] = useState(browserZone);
  useEffect(() => {
    document.documentElement.lang = region;
    localStorage.setItem(kept, region);
  }, [region]);
  const words = useMemo(() => toWords(region, zone, setRegion, setZone), [region, zone]);
  return <WordsContext value={words}>{children}</WordsContext>;
}

export function useWords(): Words {
  const words = useContext(WordsContext);
  if (!words) throw new Error('WordsProvider is missing');
  return words;
}

function toWords(region: Region, zone: string, setRegion: (r: Region) => void, setZone: (z: string) => void): Words {
  const at = (value: string | Date) => (typeof value === 'string' ? new Date(value) : value);
  return {
    t: translator(region),
    region,
    language: region.startsWith('fr') ? 'fr' : 'en',
    zone,
    setRegion,
    setZone,
    date: (value, z = zone) => formatDate(region, at(value), z),
    day: (date) => formatDate(region, new Date(`${date}T12:00:00Z`), 'UTC'),
    time: (value, z = zone) => formatTime(region, at(value), z),
    dateTime: (value, z = zone) => formatDateTime(region, at(value), z),
    bytes: (bytes) => formatBytes(region, bytes),
    duration: (ms) => formatDuration(region, ms),
    number: (value, digits) => formatNumber(region, value, digits).replace(/^-/, '−'),
    ago: (value) => toAgo(region, at(value).getTime() - Date.now()),
  };
}

function toAgo(region: Region, ms: number): string {
  const format = new Intl.RelativeTimeFormat(region, { numeric: 'auto' });
  const minutes = Math.round(ms / 60_000);
  if (minutes === 0) return format.format(0, 'second');
  if (Math.abs(minutes) < 60) return format.format(minutes, 'minute');
  const hours = Math.round(minutes / 60);
  if (Math.abs(hours) < 36) return format.format(hours, 'hour');
  return format.format(Math.round(hours / 24), 'day');
}
