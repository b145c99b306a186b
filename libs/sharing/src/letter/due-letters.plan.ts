import { type GuestState, takesPart, toInstant, toLocal } from '#libs/catalog';
import type { LetterKind } from './letter-kinds.js';

/** What decides which mails a guest is to get. */
export interface LetterCase {
  link: {
    email: string;
    state: GuestState;
    stateAt: Date;
    createdAt: Date;
    deadlineAt: Date | null;
    timeZone: string;
    kitMail: 'auto' | 'never';
  };
  kit: { lettersOff: readonly LetterKind[]; remindOn: string | null };
  episode: {
    state: 'draft' | 'scheduled' | 'published' | 'withdrawn';
    scheduledAt: Date | null;
    publishedAt: Date | null;
  };
}

/** A mail that is to go out now; `round` tells it from others of its kind. */
export interface DueLetter {
  kind: LetterKind;
  round: string;
  dueAt: Date;
}

const minute = 60_000;
const day = 24 * 60 * minute;
/** A producer who has mistyped an address has so long to see it. */
const graceMs = minute;
/** What should have gone out longer ago is of no use any more. */
const lateMs = 7 * day;

/** Every mail whose time has come, written before or not: the log of mails keeps each from going out twice. */
export function dueLetters(of: LetterCase, now: Date): DueLetter[] {
  const { link } = of;
  if (link.email === '' || !takesPart(link.state)) return [];
  const found = [welcome(of), proposals(of), reminder(of), kitLetter(of), week(of), again(of)];
  return found
    .filter((each) => each !== undefined)
    .filter(({ dueAt }) => dueAt <= now && now.getTime() - dueAt.getTime() < lateMs);
}

/** Nine in the morning of a day, where the guest is, whatever the clocks do (`fault:F28`). */
export function atNine(localDay: string, zone: string): Date {
  try {
    return toInstant({ local: `${localDay}T09:00`, zone });
  } catch {
    // No zone jumps over nine and ten on one day.
    return toInstant({ local: `${localDay}T10:00`, zone });
  }
}

/** When the kit goes out: nine in the morning of the day before the release; of a link made later, at the release. */
export function kitTime({ link, episode }: LetterCase): Date | undefined {
  const releaseAt = releaseOf(episode);
  if (!releaseAt) return undefined;
  const before = atNine(shiftDay(toLocal(releaseAt, link.timeZone), -1), link.timeZone);
  if (link.createdAt <= before) return before;
  return new Date(Math.max(releaseAt.getTime(), link.createdAt.getTime() + graceMs));
}

function welcome({ link, episode }: LetterCase): DueLetter | undefined {
  // Who comes after the release gets the kit, which says the same and more.
  if (episode.state === 'published') return undefined;
  return { kind: 'welcome', round: '', dueAt: new Date(link.createdAt.getTime() + graceMs) };
}

function proposals({ link, kit }: LetterCase): DueLetter | undefined {
  if (link.state !== 'proposed' || !link.deadlineAt || kit.lettersOff.includes('proposals')) return undefined;
  return { kind: 'proposals', round: link.deadlineAt.toISOString(), dueAt: link.stateAt };
}

/** Once, a day before the deadline, or when half of a shorter time is over (`ux:K-21`). */
function reminder({ link, kit }: LetterCase): DueLetter | undefined {
  const { state, deadlineAt, stateAt } = link;
  const isOpen = state === 'proposed' || state === 'reviewing';
  if (!isOpen || !deadlineAt || kit.lettersOff.includes('proposals')) return undefined;
  const half = (stateAt.getTime() + deadlineAt.getTime()) / 2;
  const dueAt = new Date(Math.max(deadlineAt.getTime() - day, half));
  return { kind: 'reminder', round: deadlineAt.toISOString(), dueAt };
}

function kitLetter(of: LetterCase): DueLetter | undefined {
  const { link, kit } = of;
  const dueAt = kitTime(of);
  if (!dueAt || link.kitMail === 'never' || kit.lettersOff.includes('kit')) return undefined;
  return { kind: 'kit', round: '', dueAt };
}

function week({ link, kit, episode }: LetterCase): DueLetter | undefined {
  const { state, publishedAt } = episode;
  if (state !== 'published' || !publishedAt || kit.lettersOff.includes('week')) return undefined;
  const dueAt = atNine(shiftDay(toLocal(publishedAt, link.timeZone), 7), link.timeZone);
  return link.createdAt < dueAt ? { kind: 'week', round: '', dueAt } : undefined;
}

function again({ link, kit }: LetterCase): DueLetter | undefined {
  const { remindOn } = kit;
  return remindOn ? { kind: 'again', round: remindOn, dueAt: atNine(remindOn, link.timeZone) } : undefined;
}

function releaseOf({ state, scheduledAt, publishedAt }: LetterCase['episode']): Date | null {
  if (state === 'published') return publishedAt;
  return state === 'scheduled' ? scheduledAt : null;
}

/** A calendar day, so many days later. */
function shiftDay(local: string, days: number): string {
  const at = new Date(`${local.slice(0, 10)}T12:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}
