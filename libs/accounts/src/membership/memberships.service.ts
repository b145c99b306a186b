import type { DataSource, EntityManager } from 'typeorm';
import { type Actor, type Clock, NotFound, type Role, newId } from '#libs/kernel';
import { LastOwner } from '../error.js';
import type { LoginsService } from '../login/logins.service.js';
import { User } from '../user/user.entity.js';
import { Membership } from './membership.entity.js';
import { assertRole, losesLastOwner, mayList, mayManage } from './membership.policy.js';

export interface Member {
  userId: string;
  name: string;
  email: string;
  role: Role;
}

/** Who works on a show. That the show exists is the caller's to know. */
export class MembershipsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly logins: LoginsService,
  ) {}

  /** The members by name. @throws NotFound */
  async list(actor: Actor, showId: string): Promise<Member[]> {
    assertRole(actor, showId, mayList);
    const rows = await this.dataSource
      .createQueryBuilder(Membership, 'm')
      .innerJoin(User, 'u', 'u.id = m.userId')
      .select(['u.id as "userId"', 'u.name as name', 'u.email as email', 'm.role as role'])
      .where('m.showId = :showId', { showId })
      .orderBy('u.name')
      .getRawMany<Member>();
    return rows;
  }

  /** Gives a user a role in a show, in the caller's transaction: a new show's owner, an accepted invitation. */
  async grant(manager: EntityManager, userId: string, showId: string, role: Role): Promise<void> {
    const { identifiers } = await manager
      .createQueryBuilder()
      .insert()
      .into(Membership)
      .values({ id: newId(this.clock.now().getTime()), userId, showId, role })
      .orIgnore()
      .execute();
    if (identifiers.length > 0) await this.logins.rotateSoon([userId], manager);
  }

  /** Changes a member's role. @throws NotFound, Forbidden, LastOwner */
  async changeRole(actor: Actor, showId: string, userId: string, role: Role): Promise<void> {
    assertRole(actor, showId, mayManage);
    await this.inTurn(showId, userId, role, (manager) => manager.update(Membership, { showId, userId }, { role }));
  }

  /** Removes a member; everybody may leave by themselves. @throws NotFound, Forbidden, LastOwner */
  async remove(actor: Actor, showId: string, userId: string): Promise<void> {
    const isSelf = actor.kind === 'user' && actor.userId === userId;
    assertRole(actor, showId, isSelf ? mayList : mayManage);
    await this.inTurn(showId, userId, undefined, (manager) => manager.delete(Membership, { showId, userId }));
  }

  /** Locks the show's members, so that two owners cannot remove each other at the same moment. */
  private async inTurn(
    showId: string,
    userId: string,
    next: Role | undefined,
    change: (manager: EntityManager) => Promise<unknown>,
  ): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const members = await manager.find(Membership, { where: { showId }, lock: { mode: 'pessimistic_write' } });
      if (!members.some((member) => member.userId === userId)) throw new NotFound();
      if (losesLastOwner(members, userId, next)) throw new LastOwner();
      await change(manager);
      await this.logins.rotateSoon([userId], manager);
    });
  }
}
