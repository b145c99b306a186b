import { type Actor, hasRole, roles } from '#libs/kernel';

/** What every token begins with, so that a program that looks for leaked secrets can find it. */
export const tokenPrefix = 'estrade_';

/** Only a signed-in browser makes, sees or ends tokens; a token never does (`abuse:A27`). */
export function mayManageTokens(actor: Actor): boolean {
  return actor.kind === 'user' && actor.scopes === undefined;
}

/** A token may be narrowed to a show in which its user has any role. */
export function mayNarrowTo(actor: Actor, showId: string): boolean {
  return hasRole(actor, showId, roles);
}

/** Whether a token is good at a moment. `validUntil` is exclusive. */
export function isTokenValid(
  token: { validFrom: Date; validUntil: Date | null; revokedAt: Date | null },
  now: Date,
): boolean {
  return token.revokedAt === null && token.validFrom <= now && (token.validUntil === null || now < token.validUntil);
}
