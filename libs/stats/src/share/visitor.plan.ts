import { createHmac } from 'node:crypto';

/** What is counted of a link. */
export const shareKinds = ['visit', 'play', 'share'] as const;
export type ShareKind = (typeof shareKinds)[number];

/** Below it a number could be known people: it is shown as “< 5” (`ux:K-13`). */
export const shownFrom = 5;

const form = /^[2-9a-hjkmnp-z]{4,6}$/;
const machines =
  /bot\b|bot\/|crawl|spider|slurp|preview|scan|proxy|fetch|monitor|uptime|validator|headless|lighthouse|facebookexternalhit|^whatsapp|embedly|mastodon|pleroma|misskey|curl\/|wget\/|python|go-http|java\/|ruby|axios|okhttp|node\b|undici/i;

/** Whether a text from an address has the form of a `via`: four to six characters without look-alikes. */
export function isVia(value: unknown): value is string {
  return typeof value === 'string' && form.test(value);
}

/**
 * Whether a program asked, not a person: previews, scanners of mails, search engines. Nobody without a name counts. The
 * browser inside an app for messages or a network is a person's, and names that app; the app's own previews are bots.
 */
export function isMachine(userAgent: string | undefined): boolean {
  return !userAgent || machines.test(userAgent.slice(0, 512));
}

/** One visitor on one day, for as long as the day's salt lives in memory; 64 bits, which lead back to nobody. */
export function toVisitor(salt: Buffer, ip: string, userAgent: string): string {
  return createHmac('sha256', salt).update(`${ip} ${userAgent}`).digest('base64url').slice(0, 11);
}

/** A count as it may be shown: null stands for “fewer than five”. */
export function toShown(count: number): number | null {
  return count < shownFrom ? null : count;
}
