import type { DataSource } from 'typeorm';
import { toRegion } from '#libs/messages';
import type { LinksService } from '../link/links.service.js';
import type { LoginsService } from '../login/logins.service.js';
import type { ThrottlesService } from '../login/throttles.service.js';
import type { AccountMailsService } from '../mail/account-mails.service.js';
import { User } from '../user/user.entity.js';
import { hashPassword } from '../user/passwords.js';
import { toEmail } from '../user/user.policy.js';

/** Forgotten passwords. */
export class PasswordResetService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly links: LinksService,
    private readonly mails: AccountMailsService,
    private readonly logins: LoginsService,
    private readonly throttles: ThrottlesService,
  ) {}

  /** Counts the client's request; the caller answers the same for every address. @throws TooMany */
  async admit(clientAddress: string): Promise<void> {
    await this.throttles.take('reset-address', clientAddress);
  }

  /** Mails a link if the address is known and has not had three within the hour. Run it after the answer (`abuse:A35`). */
  async mailLink(emailAsTyped: string): Promise<void> {
    const email = toEmail(emailAsTyped);
    await this.throttles.take('reset-account', email);
    const user = await this.dataSource.getRepository(User).findOneBy({ email });
    if (!user) return;
    const link = await this.links.createReset(user.id);
    await this.mails.send('reset', user.email, toRegion(user.locale), link);
  }

  /** Sets the new password, ends every login of the user and every other pending link. @throws LinkEnded */
  async confirm(secret: string, password: string): Promise<void> {
    await this.links.look(['reset'], secret);
    const passwordHash = await hashPassword(password);
    const email = await this.dataSource.transaction(async (manager) => {
      const link = await this.links.take(manager, ['reset'], secret);
      const userId = link.userId!;
      await manager.update(User, { id: userId }, { passwordHash });
      await this.links.withdraw(['reset', 'email-old', 'email-new'], userId, manager);
      await this.logins.revokeAll(userId, undefined, manager);
      return (await manager.findOneByOrFail(User, { id: userId })).email;
    });
    await this.throttles.clear('login-account', email);
  }
}
