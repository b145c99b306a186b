import { EstradeError } from '#libs/kernel';

/** One entry of a calendar. */
export interface CalendarEntry {
  uid: string;
  at: Date;
  changedAt: Date;
  title: string;
  text: string;
  link: string;
  /** Who made the file. */
  product: string;
}

/** How long the entry lasts: the length of the sound is not told before its release. */
const minutes = 15;

/**
 * An iCalendar file (RFC 5545) in UTC: an instant that every calendar shows in its owner's zone, whatever names of zones
 * it knows (`ux` 3.4: others wrote abbreviations that were misread).
 */
export async function writeCalendar(entry: CalendarEntry): Promise<string> {
  const { createEvent } = await import('ics');
  const { error, value } = createEvent({
    uid: entry.uid,
    start: entry.at.getTime(),
    startInputType: 'utc',
    startOutputType: 'utc',
    duration: { minutes },
    lastModified: entry.changedAt.getTime(),
    sequence: Math.floor(entry.changedAt.getTime() / 1000) % 1_000_000_000,
    title: entry.title,
    description: entry.text,
    url: entry.link,
    status: 'CONFIRMED',
    busyStatus: 'FREE',
    transp: 'TRANSPARENT',
    method: 'PUBLISH',
    productId: entry.product.replaceAll(/[^\p{L}\p{N} .-]/gu, ' '),
  });
  if (error || !value) throw new EstradeError('CALENDAR', 500, 'The calendar file could not be written.');
  return value;
}
