import { Invalid } from '#libs/kernel';
import { Temporal } from 'temporal-polyfill';
import { LocalTimeMissing, LocalTimeTwice, type PossibleTime } from './episode.error.js';

export interface LocalTime {
  /** `2026-05-12T07:00`. */
  local: string;
  /** IANA name, `America/Montreal`. */
  zone: string;
  /** `-04:00`: which of the two, for a time that the autumn change makes happen twice. */
  offset?: string;
}

/**
 * The instant of a local time in a zone (`fault:F28`). A time that the clocks jump over or that happens twice is
 * never guessed at: the error names both possibilities (`ux:P-28`).
 * @throws Invalid for a form or zone that does not exist, LocalTimeMissing, LocalTimeTwice.
 */
export function toInstant({ local, zone, offset }: LocalTime): Date {
  const plain = parsePlain(local);
  const earlier = inZone(plain, zone, 'earlier');
  const later = inZone(plain, zone, 'later');
  const possible = [toPossible(earlier), toPossible(later)];
  if (earlier.equals(later)) return new Date(earlier.epochMilliseconds);
  if (!earlier.toPlainDateTime().equals(plain)) throw new LocalTimeMissing(local, zone, possible);
  if (offset === undefined) throw new LocalTimeTwice(local, zone, possible);
  const chosen = [earlier, later].find((time) => time.offset === offset);
  if (!chosen) {
    throw new Invalid([
      { path: 'offset', message: 'error.field.time.twice', params: { first: earlier.offset, second: later.offset } },
    ]);
  }
  return new Date(chosen.epochMilliseconds);
}

/** What the clock of a zone shows at an instant, to the second: `2026-05-12T07:00:30`. */
export function toLocal(at: Date, zone: string): string {
  const time = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
  return time.toPlainDateTime().toString({ smallestUnit: 'second' });
}

/** Whether the name is a time zone that this machine knows. */
export function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return /^[A-Za-z]/.test(zone);
  } catch {
    return false;
  }
}

function parsePlain(local: string): Temporal.PlainDateTime {
  const isForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(local);
  try {
    if (isForm) return Temporal.PlainDateTime.from(local, { overflow: 'reject' });
  } catch {
    // Falls through: a 31 February has the form of a date and is none.
  }
  throw new Invalid([{ path: 'local', message: 'error.field.time.form' }]);
}

function inZone(
  plain: Temporal.PlainDateTime,
  zone: string,
  disambiguation: 'earlier' | 'later',
): Temporal.ZonedDateTime {
  if (!isTimeZone(zone)) {
    throw new Invalid([{ path: 'zone', message: 'error.field.timeZone' }]);
  }
  return plain.toZonedDateTime(zone, { disambiguation });
}

function toPossible(time: Temporal.ZonedDateTime): PossibleTime {
  return {
    local: time.toPlainDateTime().toString({ smallestUnit: 'minute' }),
    offset: time.offset,
    at: new Date(time.epochMilliseconds).toISOString(),
  };
}
