import { type DataSource, type EntityManager, In, IsNull, MoreThan } from 'typeorm';
import { type Clock, hashSecret, newId, newSecret } from '#libs/kernel';
import { LinkEnded } from '../error.js';
import { linkLife, toLinkPath } from './link.policy.js';
import { type LinkPurpose, OneTimeLink } from './one-time-link.entity.js';

/** Builds an address of the studio from PUBLIC_URL, never from a request (`abuse:A34`). */
export interface StudioAddresses {
  studio(path: string): string;
}

/** Links that work once. */
export class LinksService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly addresses: StudioAddresses,
  ) {}

  /** Makes a link and returns its address: the only place where its secret ever stands. */
  async create(
    purpose: LinkPurpose,
    about: { userId?: string; payload?: Record<string, string> } = {},
    manager: EntityManager = this.dataSource.manager,
  ): Promise<string> {
    const now = this.clock.now();
    const secret = newSecret();
    await manager.insert(OneTimeLink, {
      id: newId(now.getTime()),
      purpose,
      userId: about.userId ?? null,
      secretHash: hashSecret(secret),
      payload: about.payload ?? {},
      expiresAt: new Date(now.getTime() + linkLife[purpose]),
      usedAt: null,
    });
    return this.addresses.studio(toLinkPath(purpose, secret));
  }

  /** A reset link for a user, which makes earlier ones worthless: for a mail, or for the owner at the console. */
  async createReset(userId: string): Promise<string> {
    return this.dataSource.transaction(async (manager) => {
      await this.withdraw(['reset'], userId, manager);
      return this.create('reset', { userId }, manager);
    });
  }

  /** Uses a link up, in the transaction that does what it is for: if that fails, the link stays good. @throws LinkEnded */
  async take(manager: EntityManager, purposes: LinkPurpose[], secret: string): Promise<OneTimeLink> {
    const link = await manager.findOne(OneTimeLink, {
      where: this.usable(purposes, secret),
      lock: { mode: 'pessimistic_write' },
    });
    if (!link) throw new LinkEnded();
    await manager.update(OneTimeLink, { id: link.id }, { usedAt: this.clock.now() });
    return link;
  }

  /** Looks at a link without using it up. @throws LinkEnded */
  async look(purposes: LinkPurpose[], secret: string): Promise<OneTimeLink> {
    const link = await this.dataSource.getRepository(OneTimeLink).findOneBy(this.usable(purposes, secret));
    if (!link) throw new LinkEnded();
    return link;
  }

  /** Makes the unused links of these purposes worthless: of one user, or (set-up) of nobody. */
  async withdraw(
    purposes: LinkPurpose[],
    userId: string | null,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<void> {
    await manager.delete(OneTimeLink, { purpose: In(purposes), userId: userId ?? IsNull(), usedAt: IsNull() });
  }

  private usable(purposes: LinkPurpose[], secret: string) {
    return {
      secretHash: hashSecret(secret),
      purpose: In(purposes),
      usedAt: IsNull(),
      expiresAt: MoreThan(this.clock.now()),
    };
  }
}
