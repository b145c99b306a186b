import { type DataSource, type EntityManager, In, IsNull, MoreThan, Not } from 'typeorm';
import { type Clock, NotFound, hashSecret, newId, newSecret } from '#libs/kernel';
import { Login } from './login.entity.js';
import { isAlive, judgeCookie, loginLife, needsSeen, toDevice } from './login.policy.js';

/** A secret for the cookie, to be sent once; only its hash is stored. */
export interface IssuedSecret {
  secret: string;
  /** The absolute end of the login. */
  expiresAt: Date;
}

/** A login that a cookie belongs to; `issued` when the cookie is to be replaced with this answer. */
export interface KnownLogin {
  login: Login;
  issued?: IssuedSecret;
}

/** Signed-in browsers: opened, found by their cookie, rotated, listed, revoked. */
export class LoginsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Opens a login. Its secret is always new, never one that the browser brought (`abuse:A34`). */
  async open(userId: string, userAgent: string, manager: EntityManager = this.dataSource.manager): Promise<KnownLogin> {
    const now = this.clock.now();
    const secret = newSecret();
    const login = manager.create(Login, {
      id: newId(now.getTime()),
      userId,
      secretHash: hashSecret(secret),
      previousHash: null,
      rotatedAt: now,
      device: toDevice(userAgent),
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + loginLife.absolute),
      revokedAt: null,
    });
    await manager.insert(Login, login);
    return { login, issued: { secret, expiresAt: login.expiresAt } };
  }

  /** The login of a cookie, rotated when it is due; undefined when the cookie is worth nothing. */
  async find(secret: string): Promise<KnownLogin | undefined> {
    const hash = hashSecret(secret);
    const login = await this.rows.findOneBy([{ secretHash: hash }, { previousHash: hash }]);
    const now = this.clock.now();
    if (!login || !isAlive(login, now)) return undefined;
    const current = login.secretHash === hash;
    const verdict = judgeCookie(login, current, now);
    if (verdict === 'revoke') {
      await this.rows.update({ id: login.id }, { revokedAt: now });
      return undefined;
    }
    if (verdict === 'rotate') return { login, issued: await this.rotate(login, hash) };
    if (needsSeen(login, current, now)) await this.noteSeen(login, now);
    return { login };
  }

  /**
   * Replaces the secret of a login. When another request was faster, nothing is issued: the browser gets the
   * new cookie from that one.
   */
  async rotate(login: Login, keptHash = login.secretHash): Promise<IssuedSecret | undefined> {
    const now = this.clock.now();
    const secret = newSecret();
    const changed = await this.rows.update(
      { id: login.id, secretHash: login.secretHash, revokedAt: IsNull() },
      { secretHash: hashSecret(secret), previousHash: keptHash, rotatedAt: now, lastSeenAt: now },
    );
    return changed.affected ? { secret, expiresAt: login.expiresAt } : undefined;
  }

  /** Replaces the secret of a login at once, and the one before is worth nothing: after a new password (`abuse:A34`). */
  async renew(loginId: string): Promise<IssuedSecret | undefined> {
    const secret = newSecret();
    const now = this.clock.now();
    const login = await this.rows.findOneBy({ id: loginId, revokedAt: IsNull() });
    if (!login) return undefined;
    const change = { secretHash: hashSecret(secret), previousHash: null, rotatedAt: now, lastSeenAt: now };
    await this.rows.update({ id: loginId }, change);
    return { secret, expiresAt: login.expiresAt };
  }

  /** The user's logins that are still good, the one last seen first. */
  async list(userId: string): Promise<Login[]> {
    const now = this.clock.now();
    const rows = await this.rows.find({
      where: { userId, revokedAt: IsNull(), expiresAt: MoreThan(now) },
      order: { lastSeenAt: 'desc' },
    });
    return rows.filter((login) => isAlive(login, now));
  }

  /** Ends one login of the user. @throws NotFound when it is not theirs or has ended. */
  async revoke(userId: string, loginId: string): Promise<void> {
    const done = await this.rows.update({ id: loginId, userId, revokedAt: IsNull() }, { revokedAt: this.clock.now() });
    if (!done.affected) throw new NotFound();
  }

  /** Ends all logins of the user but `keep`: after a new password. */
  async revokeAll(userId: string, keep?: string, manager: EntityManager = this.dataSource.manager): Promise<void> {
    await manager.update(
      Login,
      { userId, revokedAt: IsNull(), ...(keep && { id: Not(keep) }) },
      { revokedAt: this.clock.now() },
    );
  }

  /** Has the cookies of these users replaced at their next request: their role has changed (`abuse:A34`). */
  async rotateSoon(userIds: string[], manager: EntityManager = this.dataSource.manager): Promise<void> {
    const longAgo = new Date(0);
    await manager.update(
      Login,
      { userId: In(userIds), revokedAt: IsNull() },
      { rotatedAt: longAgo, previousHash: null },
    );
  }

  private async noteSeen(login: Login, now: Date): Promise<void> {
    // A first use in the very millisecond of the rotation still has to count as later.
    const lastSeenAt = new Date(Math.max(now.getTime(), login.rotatedAt.getTime() + 1));
    await this.rows.update({ id: login.id }, { lastSeenAt });
  }

  private get rows() {
    return this.dataSource.getRepository(Login);
  }
}
