import type { DataSource } from 'typeorm';
import { cleanLine } from '#libs/kernel';
import { LoginOnly, WrongPassword } from '../error.js';
import type { Identity } from '../identity/identity.js';
import type { LinksService } from '../link/links.service.js';
import type { IssuedSecret, LoginsService } from '../login/logins.service.js';
import type { ThrottlesService } from '../login/throttles.service.js';
import { hashPassword, isPassword } from './passwords.js';
import { User } from './user.entity.js';

export interface ProfileForm {
  name?: string;
  locale?: string;
  timeZone?: string;
}

/** What a user changes about themselves. */
export class UsersService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly logins: LoginsService,
    private readonly links: LinksService,
    private readonly throttles: ThrottlesService,
  ) {}

  /** Saves the fields that are given. */
  async updateProfile(userId: string, form: ProfileForm): Promise<User> {
    const { name, locale, timeZone } = form;
    const change = {
      ...(name !== undefined && { name: cleanLine(name) }),
      ...(locale !== undefined && { locale }),
      ...(timeZone !== undefined && { timeZone }),
    };
    if (Object.keys(change).length > 0) await this.rows.update({ id: userId }, change);
    return this.rows.findOneByOrFail({ id: userId });
  }

  /**
   * Changes the password: the other logins end, this one gets a new cookie, pending links are worthless.
   * @throws WrongPassword, TooMany, LoginOnly
   */
  async changePassword(
    { user, login }: Identity,
    form: { current: string; next: string },
  ): Promise<IssuedSecret | undefined> {
    if (!login) throw new LoginOnly();
    await this.throttles.take('password-account', user.id);
    if (!(await isPassword(user.passwordHash, form.current))) throw new WrongPassword('current');
    await this.throttles.clear('password-account', user.id);
    const passwordHash = await hashPassword(form.next);
    await this.dataSource.transaction(async (manager) => {
      await manager.update(User, { id: user.id }, { passwordHash });
      await this.links.withdraw(['reset', 'email-old', 'email-new'], user.id, manager);
      await this.logins.revokeAll(user.id, login.id, manager);
    });
    return this.logins.renew(login.id);
  }

  private get rows() {
    return this.dataSource.getRepository(User);
  }
}
