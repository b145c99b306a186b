import { type DataSource, type EntityManager, IsNull, MoreThan } from 'typeorm';
import { type Actor, type Clock, Invalid, NotFound, type Role, cleanLine, newId } from '#libs/kernel';
import { toRegion } from '#libs/messages';
import type { LinksService } from '../link/links.service.js';
import { OneTimeLink } from '../link/one-time-link.entity.js';
import type { AccountMailsService } from '../mail/account-mails.service.js';
import { assertRole, mayList, mayManage } from '../membership/membership.policy.js';
import type { MembershipsService } from '../membership/memberships.service.js';
import { hashPassword } from '../user/passwords.js';
import { User } from '../user/user.entity.js';
import { toEmail } from '../user/user.policy.js';

export interface Invitation {
  id: string;
  email: string;
  role: Role;
  expiresAt: Date;
}

export interface OpenedInvitation {
  email: string;
  role: Role;
  showId: string;
  /** Whether the address has an account already; only the holder of the mailed link learns this. */
  hasAccount: boolean;
}

/**
 * Invitations to a show. An address with an account and one without get the same answer and the same mail
 * (`abuse:A35`); nobody is a member before the link was followed.
 */
export class InvitationsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly links: LinksService,
    private readonly mails: AccountMailsService,
    private readonly memberships: MembershipsService,
  ) {}

  /** Invitations that nobody has followed yet. @throws NotFound */
  async list(actor: Actor, showId: string): Promise<Invitation[]> {
    assertRole(actor, showId, mayList);
    const rows = await this.pending(this.dataSource.manager, showId);
    return rows.map(({ id, payload, expiresAt }) => ({
      id,
      email: payload.email!,
      role: payload.role as Role,
      expiresAt,
    }));
  }

  /** Whether the actor may invite to the show. @throws NotFound, Forbidden */
  admit(actor: Actor, showId: string): void {
    assertRole(actor, showId, mayManage);
  }

  /** Mails an invitation; an earlier one to the same address ends. Check `admit` first and run it after the answer. */
  async mailLink(
    inviter: User,
    show: { id: string; title: string },
    form: { email: string; role: Role },
  ): Promise<void> {
    const email = toEmail(form.email);
    const link = await this.dataSource.transaction(async (manager) => {
      for (const old of await this.pending(manager, show.id)) {
        if (old.payload.email === email) await manager.delete(OneTimeLink, { id: old.id });
      }
      return this.links.create('invite', { payload: { showId: show.id, role: form.role, email } }, manager);
    });
    const params = { inviter: inviter.name, show: show.title };
    await this.mails.send('invitation', email, toRegion(inviter.locale), link, params);
  }

  /** Takes an invitation back. @throws NotFound, Forbidden */
  async withdraw(actor: Actor, showId: string, invitationId: string): Promise<void> {
    assertRole(actor, showId, mayManage);
    const pending = await this.pending(this.dataSource.manager, showId);
    if (!pending.some(({ id }) => id === invitationId)) throw new NotFound();
    await this.dataSource.getRepository(OneTimeLink).delete({ id: invitationId });
  }

  /** What an invitation is for, without using it up. @throws LinkEnded */
  async open(secret: string): Promise<OpenedInvitation> {
    const { payload } = await this.links.look(['invite'], secret);
    const hasAccount = await this.dataSource.getRepository(User).existsBy({ email: payload.email! });
    return { email: payload.email!, role: payload.role as Role, showId: payload.showId!, hasAccount };
  }

  /**
   * Makes the invited person a member; without an account, `name` and `password` make one. `isNew` tells which.
   * @throws LinkEnded, Invalid
   */
  async accept(
    secret: string,
    form: { name?: string; password?: string; locale?: string },
  ): Promise<{ user: User; showId: string; isNew: boolean }> {
    await this.links.look(['invite'], secret);
    const passwordHash = form.password && (await hashPassword(form.password));
    return this.dataSource.transaction(async (manager) => {
      const { payload } = await this.links.take(manager, ['invite'], secret);
      const known = await manager.findOneBy(User, { email: payload.email! });
      const user = known ?? (await this.createUser(manager, payload.email!, form, passwordHash || undefined));
      await this.memberships.grant(manager, user.id, payload.showId!, payload.role as Role);
      return { user, showId: payload.showId!, isNew: !known };
    });
  }

  private async createUser(
    manager: EntityManager,
    email: string,
    form: { name?: string; locale?: string },
    passwordHash: string | undefined,
  ): Promise<User> {
    const name = cleanLine(form.name ?? '');
    const missing = [!name && 'name', !passwordHash && 'password'].filter((path) => path !== false);
    if (missing.length > 0 || !passwordHash) {
      throw new Invalid(missing.map((path) => ({ path, message: 'error.field.required' })));
    }
    const id = newId(this.clock.now().getTime());
    await manager.insert(User, { id, email, name, passwordHash, ...(form.locale && { locale: form.locale }) });
    return manager.findOneByOrFail(User, { id });
  }

  private pending(manager: EntityManager, showId: string): Promise<OneTimeLink[]> {
    return manager
      .createQueryBuilder(OneTimeLink, 'link')
      .where({ purpose: 'invite', usedAt: IsNull(), expiresAt: MoreThan(this.clock.now()) })
      .andWhere(`link.payload ->> 'showId' = :showId`, { showId })
      .orderBy('link.id')
      .getMany();
  }
}
