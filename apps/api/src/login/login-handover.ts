import type { FastifyReply } from 'fastify';
import type { IdentitiesService, KnownLogin, LoginsService } from '#libs/accounts';
import { NotSignedIn } from '#libs/kernel';
import { writeLoginCookie } from '../http/login-cookie.js';
import type { ApiRequest } from '../http/request.js';
import { type Me, toMe } from '../me/me.view.js';

/** Hands a new login to the browser and ends the one that it replaces (`abuse:A34`). */
export class LoginHandover {
  constructor(
    private readonly identities: IdentitiesService,
    private readonly logins: LoginsService,
    private readonly publicUrl: string,
  ) {}

  async begin(known: KnownLogin, request: ApiRequest, reply: FastifyReply): Promise<Me> {
    const before = request.identity;
    if (before?.login) await this.logins.revoke(before.user.id, before.login.id);
    const identity = await this.identities.fromLogin(known);
    if (!identity) throw new NotSignedIn();
    writeLoginCookie(reply, known.issued!, this.publicUrl);
    return toMe(identity);
  }
}
