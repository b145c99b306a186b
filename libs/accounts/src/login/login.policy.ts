const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How long logins live: idle and absolute end, the age at which the cookie is renewed, the grace of the old one. */
export const loginLife = {
  idle: 7 * day,
  absolute: 30 * day,
  rotateAfter: hour,
  grace: minute,
  seenEvery: minute,
} as const;

/** What the rules look at of a login's row. */
export interface LoginTimes {
  rotatedAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
  revokedAt: Date | null;
}

/** Whether the login is still good: not revoked, not idle for too long, not past its absolute end. */
export function isAlive(login: LoginTimes, now: Date): boolean {
  const idleEnd = login.lastSeenAt.getTime() + loginLife.idle;
  return login.revokedAt === null && now < login.expiresAt && now.getTime() < idleEnd;
}

/**
 * What to do with a cookie. `current`: it is the newest secret of its login; otherwise it is the one before.
 * - `accept`: go on. `rotate`: go on and hand out a new secret.
 * - `revoke`: a secret that was replaced and whose successor is in use: somebody has a copy, so the login ends.
 * The one before is good during the grace (parallel requests), and as long as nobody has used its successor
 * (the answer that carried it may have been lost).
 */
export function judgeCookie(login: LoginTimes, current: boolean, now: Date): 'accept' | 'rotate' | 'revoke' {
  const age = now.getTime() - login.rotatedAt.getTime();
  if (current) return age >= loginLife.rotateAfter ? 'rotate' : 'accept';
  if (age < loginLife.grace) return 'accept';
  return isSuccessorUsed(login) ? 'revoke' : 'rotate';
}

/** Whether the present moment is to be noted on the row: once a minute, and at the first use after a rotation. */
export function needsSeen(login: LoginTimes, current: boolean, now: Date): boolean {
  if (!current) return false;
  return !isSuccessorUsed(login) || now.getTime() - login.lastSeenAt.getTime() >= loginLife.seenEvery;
}

function isSuccessorUsed(login: LoginTimes): boolean {
  return login.lastSeenAt > login.rotatedAt;
}

/** A browser's own words shortened to what a person recognises in a list: `Firefox, Linux`. */
export function toDevice(userAgent: string): string {
  const text = userAgent.slice(0, 512);
  const browser = ['Edg', 'OPR', 'Firefox', 'Chrome', 'Safari'].find((name) => text.includes(`${name}/`));
  const system = ['Android', 'iPhone', 'iPad', 'Windows', 'Mac OS', 'CrOS', 'Linux'].find((name) =>
    text.includes(name),
  );
  const names: Record<string, string> = { Edg: 'Edge', OPR: 'Opera', 'Mac OS': 'macOS', CrOS: 'ChromeOS' };
  return [browser, system].flatMap((name) => (name ? [names[name] ?? name] : [])).join(', ');
}
