import type { DataSource } from 'typeorm';
import type { KnownLogin, LoginsService } from '../login/logins.service.js';
import { Membership } from '../membership/membership.entity.js';
import type { ApiToken } from '../token/api-token.entity.js';
import type { ApiTokensService } from '../token/api-tokens.service.js';
import { User } from '../user/user.entity.js';
import { type Identity, toActor } from './identity.js';

/** Turns a cookie or a bearer token into an identity; roles are read anew each time, so a change acts at once. */
export class IdentitiesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly logins: LoginsService,
    private readonly tokens: ApiTokensService,
  ) {}

  /** The identity behind the cookie's secret; undefined when there is none (any more). */
  async fromCookie(secret: string): Promise<Identity | undefined> {
    const known = await this.logins.find(secret);
    return known && this.fromLogin(known);
  }

  /** The identity of a login that was just opened or found. */
  async fromLogin({ login, issued }: KnownLogin): Promise<Identity | undefined> {
    const identity = await this.load(login.userId);
    return identity && { ...identity, login, ...(issued && { issued }) };
  }

  /** The identity behind an API token; undefined when it is unknown, revoked or outside its dates. */
  async fromToken(secret: string): Promise<Identity | undefined> {
    const token = await this.tokens.find(secret);
    return token && this.load(token.userId, token);
  }

  private async load(userId: string, token?: ApiToken): Promise<Identity | undefined> {
    const [user, memberships] = await Promise.all([
      this.dataSource.getRepository(User).findOneBy({ id: userId }),
      this.dataSource.getRepository(Membership).findBy({ userId }),
    ]);
    return user ? { user, actor: toActor(user, memberships, token), ...(token && { token }) } : undefined;
  }
}
