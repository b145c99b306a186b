import { formatDayOf, formatTime } from '#libs/messages';
import type { Reader } from '../site/site.js';

/** Cities as they are written; others are read from the zone's name. */
const cities: Record<string, string> = {
  'America/Montreal': 'Montréal',
  'America/Toronto': 'Montréal',
  'America/Sao_Paulo': 'São Paulo',
  'Europe/Zurich': 'Zurich',
};

/** A zone by a city that people know: `Montréal`, `New York`. */
export function cityOf(zone: string): string {
  return cities[zone] ?? (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

/** Where it is told, too: across the ocean (`ux` 3.7). */
export function otherZoneOf(zone: string): string {
  return zone.startsWith('America/') ? 'Europe/Paris' : 'America/Montreal';
}

/** `mardi 12 mai, 7 h à Montréal, 13 h à Paris`: in the show's zone and across the ocean (`ux` 3.7). */
export function releaseInTwoZones(reader: Reader, at: Date, zone: string): string {
  const otherZone = otherZoneOf(zone);
  const day = formatDayOf(reader.region, at, zone);
  const otherDay = formatDayOf(reader.region, at, otherZone);
  return reader.t(day === otherDay ? 'episode.teaserAt' : 'episode.teaserAtDays', {
    day,
    time: formatTime(reader.region, at, zone),
    city: cityOf(zone),
    otherDay,
    otherTime: formatTime(reader.region, at, otherZone),
    otherCity: cityOf(otherZone),
  });
}

/** `La suite jeudi 14 mai à 7 h (heure de Montréal)`. */
export function nextPartAt(reader: Reader, at: Date, zone: string): string {
  return reader.t('episode.partAt', {
    day: formatDayOf(reader.region, at, zone),
    time: formatTime(reader.region, at, zone),
    city: cityOf(zone),
  });
}
