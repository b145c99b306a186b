import { type Actor, hasScope } from '#libs/kernel';

/** A password's length in characters; the upper bound keeps hashing cheap for us. */
export const passwordLength = { min: 10, max: 200 } as const;

/** An address in the one form that we store and compare. */
export function toEmail(text: string): string {
  return text.trim().toLowerCase().normalize('NFC');
}

/** Whether the actor may see what concerns the whole instance (kept mails). A token needs `admin` and no show. */
export function mayRunInstance(actor: Actor): boolean {
  if (actor.kind === 'system') return true;
  return actor.kind === 'user' && actor.isInstanceOwner && !actor.tokenShowId && hasScope(actor, 'admin');
}
