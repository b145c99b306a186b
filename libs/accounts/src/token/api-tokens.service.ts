import { type DataSource, IsNull, QueryFailedError } from 'typeorm';
import {
  type Actor,
  type Clock,
  Invalid,
  NotFound,
  type Scope,
  cleanLine,
  hashSecret,
  newId,
  newSecret,
} from '#libs/kernel';
import { LoginOnly } from '../error.js';
import { ApiToken } from './api-token.entity.js';
import { isTokenValid, mayManageTokens, mayNarrowTo, tokenPrefix } from './token.policy.js';

export interface TokenForm {
  name: string;
  scopes: Scope[];
  showId?: string;
  validFrom?: Date;
  validUntil?: Date;
}

/** Keys for programs. */
export class ApiTokensService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** The user's tokens that were not revoked, the newest first. @throws LoginOnly */
  async list(actor: Actor): Promise<ApiToken[]> {
    const userId = ownerOf(actor);
    return this.rows.find({ where: { userId, revokedAt: IsNull() }, order: { id: 'desc' } });
  }

  /** Makes a token; `secret` is shown once and never again. @throws LoginOnly, Invalid, NotFound */
  async create(actor: Actor, form: TokenForm): Promise<{ token: ApiToken; secret: string }> {
    const userId = ownerOf(actor);
    const now = this.clock.now();
    const validFrom = form.validFrom ?? now;
    if (form.validUntil && (form.validUntil <= validFrom || form.validUntil <= now)) {
      throw new Invalid([{ path: 'validUntil', message: 'error.field.endsBeforeStart' }]);
    }
    if (form.showId && !mayNarrowTo(actor, form.showId)) throw new NotFound();
    const secret = tokenPrefix + newSecret();
    const token = this.rows.create({
      id: newId(now.getTime()),
      userId,
      name: cleanLine(form.name),
      secretHash: hashSecret(secret),
      scopes: [...new Set(form.scopes)],
      showId: form.showId ?? null,
      validFrom,
      validUntil: form.validUntil ?? null,
      lastUsedAt: null,
      revokedAt: null,
      createdAt: now,
    });
    await this.rows.insert(token).catch(orNoShow);
    return { token, secret };
  }

  /** Ends one of the user's tokens. @throws LoginOnly, NotFound */
  async revoke(actor: Actor, tokenId: string): Promise<void> {
    const userId = ownerOf(actor);
    const done = await this.rows.update({ id: tokenId, userId, revokedAt: IsNull() }, { revokedAt: this.clock.now() });
    if (!done.affected) throw new NotFound();
  }

  /** The token of a secret if it is good now; notes its use once a minute. */
  async find(secret: string): Promise<ApiToken | undefined> {
    if (!secret.startsWith(tokenPrefix)) return undefined;
    const token = await this.rows.findOneBy({ secretHash: hashSecret(secret) });
    const now = this.clock.now();
    if (!token || !isTokenValid(token, now)) return undefined;
    if (!token.lastUsedAt || now.getTime() - token.lastUsedAt.getTime() >= 60_000) {
      await this.rows.update({ id: token.id }, { lastUsedAt: now });
    }
    return token;
  }

  private get rows() {
    return this.dataSource.getRepository(ApiToken);
  }
}

function ownerOf(actor: Actor): string {
  if (actor.kind !== 'user' || !mayManageTokens(actor)) throw new LoginOnly();
  return actor.userId;
}

/** An instance's owner has every role, also in a show that is not there; the foreign key knows better. */
function orNoShow(error: unknown): never {
  if (error instanceof QueryFailedError && (error.driverError as { code?: string }).code === '23503')
    throw new NotFound();
  throw error;
}
