import type { DataSource, EntityManager } from 'typeorm';
import { newGuid } from '#libs/kernel';
import { toRegion } from '#libs/messages';
import { EmailTaken, LinkEnded, WrongPassword } from '../error.js';
import type { LinksService } from '../link/links.service.js';
import { OneTimeLink } from '../link/one-time-link.entity.js';
import type { ThrottlesService } from '../login/throttles.service.js';
import type { AccountMailsService } from '../mail/account-mails.service.js';
import { isPassword } from '../user/passwords.js';
import { User } from '../user/user.entity.js';
import { toEmail } from '../user/user.policy.js';

/** Change of address: nothing changes until both the old and the new address have confirmed. */
export class EmailChangesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly links: LinksService,
    private readonly mails: AccountMailsService,
    private readonly throttles: ThrottlesService,
  ) {}

  /** Checks the password asked for again. @throws WrongPassword, TooMany */
  async admit(user: User, password: string): Promise<void> {
    await this.throttles.take('password-account', user.id);
    if (!(await isPassword(user.passwordHash, password))) throw new WrongPassword('password');
    await this.throttles.clear('password-account', user.id);
  }

  /** Mails both links, unless the new address is taken. Run it after the answer, which is the same either way. */
  async mailLinks(user: User, emailAsTyped: string): Promise<void> {
    const newEmail = toEmail(emailAsTyped);
    if (await this.dataSource.getRepository(User).existsBy({ email: newEmail })) return;
    const [oldLink, newLink] = await this.dataSource.transaction(async (manager) => {
      await this.links.withdraw(['email-old', 'email-new'], user.id, manager);
      const about = { userId: user.id, payload: { newEmail, pair: newGuid() } };
      return [
        await this.links.create('email-old', about, manager),
        await this.links.create('email-new', about, manager),
      ];
    });
    const region = toRegion(user.locale);
    await this.mails.send('emailOld', user.email, region, oldLink!, { newEmail });
    await this.mails.send('emailNew', newEmail, region, newLink!, { oldEmail: user.email });
  }

  /**
   * Uses one of the two links up; `changed` when it was the second and the address is the new one now.
   * @throws LinkEnded, EmailTaken
   */
  async confirm(secret: string): Promise<{ changed: boolean }> {
    return this.dataSource.transaction(async (manager) => {
      const { payload } = await this.links.look(['email-old', 'email-new'], secret);
      await lockPair(manager, payload.pair!);
      const link = await this.links.take(manager, ['email-old', 'email-new'], secret);
      const isOtherUsed = (await pairOf(manager, link.payload.pair!)).every(({ usedAt }) => usedAt !== null);
      if (isOtherUsed) {
        await changeEmail(manager, link);
        // A reset link that lies in the old mailbox opens nothing any more.
        await this.links.withdraw(['reset'], link.userId, manager);
      }
      return { changed: isOtherUsed };
    });
  }
}

/** Two clicks at the same moment take their turn here, so that the second sees the first. */
async function lockPair(manager: EntityManager, pair: string): Promise<void> {
  await manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [pair]);
}

async function pairOf(manager: EntityManager, pair: string): Promise<OneTimeLink[]> {
  const rows = await manager
    .createQueryBuilder(OneTimeLink, 'link')
    .where(`link.payload ->> 'pair' = :pair`, { pair })
    .getMany();
  if (rows.length !== 2) throw new LinkEnded();
  return rows;
}

async function changeEmail(manager: EntityManager, link: OneTimeLink): Promise<void> {
  const email = link.payload.newEmail!;
  if (await manager.existsBy(User, { email })) throw new EmailTaken();
  await manager.update(User, { id: link.userId! }, { email });
}
