import { type DataSource, LessThan } from 'typeorm';
import { OneTimeLink } from './link/one-time-link.entity.js';
import { Login } from './login/login.entity.js';
import { loginLife } from './login/login.policy.js';
import { Throttle } from './login/throttle.entity.js';

const day = 24 * 3_600_000;

/** Deletes what is over and says nothing to anybody any more: ended logins and links a day later, counters at once. */
export async function forgetEnded(dataSource: DataSource, now: Date): Promise<void> {
  const before = (ms: number) => LessThan(new Date(now.getTime() - ms));
  await dataSource
    .getRepository(Login)
    .delete([{ expiresAt: before(day) }, { revokedAt: before(day) }, { lastSeenAt: before(loginLife.idle + day) }]);
  await dataSource.getRepository(OneTimeLink).delete({ expiresAt: before(day) });
  await dataSource.getRepository(Throttle).delete({ windowEndsAt: before(0) });
}
