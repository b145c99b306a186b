import type { LinkPurpose } from './one-time-link.entity.js';

const hour = 3_600_000;

/** How long a one-time link is good, in milliseconds. */
export const linkLife: Record<LinkPurpose, number> = {
  setup: 24 * hour,
  reset: hour,
  'email-old': 24 * hour,
  'email-new': 24 * hour,
  invite: 7 * 24 * hour,
};

const pages: Record<LinkPurpose, string> = {
  setup: '/setup',
  reset: '/reset',
  'email-old': '/confirm-email',
  'email-new': '/confirm-email',
  invite: '/invitation',
};

/** Where the studio takes a link up. The secret stands behind `#`: it reaches no server, log or referrer. */
export function toLinkPath(purpose: LinkPurpose, secret: string): string {
  return `${pages[purpose]}#token=${secret}`;
}
