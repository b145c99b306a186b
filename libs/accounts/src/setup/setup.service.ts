import type { DataSource, EntityManager } from 'typeorm';
import { type Clock, cleanLine, newId } from '#libs/kernel';
import { AlreadySetUp } from '../error.js';
import type { LinksService } from '../link/links.service.js';
import { hashPassword } from '../user/passwords.js';
import { User } from '../user/user.entity.js';
import { toEmail } from '../user/user.policy.js';

export interface OwnerForm {
  email: string;
  password: string;
  name: string;
  locale?: string;
}

/** The first minutes of an instance, and the owner's way back in from the console. */
export class SetupService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly links: LinksService,
  ) {}

  /** Whether nobody has an account yet. */
  async needsSetup(): Promise<boolean> {
    return !(await this.dataSource.getRepository(User).exists());
  }

  /** The one-time address at which the owner sets the instance up; undefined when somebody has an account. Ends earlier ones. */
  async createSetupLink(): Promise<string | undefined> {
    if (!(await this.needsSetup())) return undefined;
    await this.links.withdraw(['setup'], null);
    return this.links.create('setup');
  }

  /** Creates the owner with the secret of a set-up link. @throws LinkEnded, AlreadySetUp */
  async setUp(secret: string, form: OwnerForm): Promise<User> {
    if (!(await this.needsSetup())) throw new AlreadySetUp();
    await this.links.look(['setup'], secret);
    const passwordHash = await hashPassword(form.password);
    return this.dataSource.transaction(async (manager) => {
      await this.links.take(manager, ['setup'], secret);
      return this.createOwner(manager, form, passwordHash);
    });
  }

  /** Creates the owner unattended (`OWNER_EMAIL`, `OWNER_PASSWORD`); does nothing when somebody has an account. */
  async ensureOwner(email: string, password: string, name = 'Owner'): Promise<void> {
    if (!(await this.needsSetup())) return;
    const passwordHash = await hashPassword(password);
    await this.dataSource
      .transaction((manager) => this.createOwner(manager, { email, password, name }, passwordHash))
      .catch((error: unknown) => {
        if (!(error instanceof AlreadySetUp)) throw error;
      });
  }

  /** A one-time address at which the owner chooses a new password; undefined on an instance without owner. */
  async ownerLink(): Promise<string | undefined> {
    const owner = await this.dataSource
      .getRepository(User)
      .findOne({ where: { isInstanceOwner: true }, order: { id: 'asc' } });
    return owner ? this.links.createReset(owner.id) : undefined;
  }

  /** Two set-ups at the same moment make one owner. */
  private async createOwner(manager: EntityManager, form: OwnerForm, passwordHash: string): Promise<User> {
    await manager.query('select pg_advisory_xact_lock(73913)');
    if (await manager.exists(User)) throw new AlreadySetUp();
    const owner = manager.create(User, {
      id: newId(this.clock.now().getTime()),
      email: toEmail(form.email),
      name: cleanLine(form.name),
      passwordHash,
      isInstanceOwner: true,
      ...(form.locale && { locale: form.locale }),
    });
    await manager.insert(User, owner);
    return manager.findOneByOrFail(User, { id: owner.id });
  }
}
