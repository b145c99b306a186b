import { createHmac } from 'node:crypto';

const minute = 60_000;

/** How many tries a window holds, by kind. `…-address` counts a client's network address, the others an account. */
export const throttleLimits = {
  'login-account': { tries: 10, windowMs: 15 * minute },
  'login-address': { tries: 40, windowMs: 15 * minute },
  'password-account': { tries: 10, windowMs: 15 * minute },
  'reset-account': { tries: 3, windowMs: 60 * minute },
  'reset-address': { tries: 20, windowMs: 60 * minute },
  'link-address': { tries: 60, windowMs: 15 * minute },
  'invite-account': { tries: 50, windowMs: 60 * minute },
} as const;

export type ThrottleKind = keyof typeof throttleLimits;

/** The key of a counter: a keyed hash, from which neither account nor address can be read back without the secret. */
export function toThrottleKey(secret: string, kind: ThrottleKind, subject: string): string {
  const counted = kind.endsWith('-address') ? toNetwork(subject) : subject;
  return `${kind}:${createHmac('sha256', secret).update(`${kind}:${counted}`).digest('hex').slice(0, 40)}`;
}

/** What counts as one client: an IPv4 address, or the /64 network of an IPv6 address. */
export function toNetwork(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped) return mapped[1]!;
  if (!address.includes(':')) return address;
  const [head = '', tail = ''] = address.toLowerCase().split('%')[0]!.split('::');
  const left = head.split(':').filter(Boolean);
  const right = tail.split(':').filter(Boolean);
  const zeros = Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0');
  const groups = [...left, ...(address.includes('::') ? zeros : []), ...right];
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
