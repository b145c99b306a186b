import {
  type Actor,
  type Clock,
  cleanLine,
  hashSecret,
  Invalid,
  isId,
  newAddressSecret,
  newId,
  NotFound,
} from '#libs/kernel';
import { type DataSource, type EntityManager, IsNull } from 'typeorm';
import { loadShow, lockShow } from '../show/shows.service.js';
import { Subscriber } from './subscriber.entity.js';
import { announceSubscribers } from './subscriber.facts.js';
import { requireChangeSubscribers, requireSeeSubscribers } from './subscriber.policy.js';

/** `secret` is in the address of the feed; it is known now and never again. */
export interface NewSubscriber {
  subscriber: Subscriber;
  secret: string;
}

/** More than that is another kind of service; every list stays short enough to be shown whole. */
const subscribersMax = 5_000;

/** Who hears a show by a feed of their own. Only a hash of the secret in their address is kept. */
export class SubscribersService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** All of a show, the newest first, revoked ones too. */
  async list(actor: Actor, showId: string): Promise<Subscriber[]> {
    requireSeeSubscribers(actor, showId);
    await loadShow(this.db.manager, showId);
    return this.db.getRepository(Subscriber).find({ where: { showId }, order: { createdAt: 'DESC', id: 'DESC' } });
  }

  /** @throws Invalid without a name, or when there are very many. */
  async create(actor: Actor, showId: string, name: string): Promise<NewSubscriber> {
    requireChangeSubscribers(actor, showId);
    const clean = acceptName(name);
    const secret = newAddressSecret();
    const id = newId();
    await this.db.transaction(async (manager) => {
      await lockShow(manager, showId);
      if ((await manager.countBy(Subscriber, { showId, revokedAt: IsNull() })) >= subscribersMax) {
        throw new Invalid([{ path: 'name', message: 'error.field.tooMany', params: { n: subscribersMax } }]);
      }
      const secretAt = this.clock.now();
      await manager.insert(Subscriber, { id, showId, name: clean, secretHash: hashSecret(secret), secretAt });
      await announceSubscribers(manager, showId);
    });
    return { subscriber: await load(this.db.manager, showId, id), secret };
  }

  async rename(actor: Actor, showId: string, subscriberId: string, name: string): Promise<Subscriber> {
    requireChangeSubscribers(actor, showId);
    const clean = acceptName(name);
    await load(this.db.manager, showId, subscriberId);
    await this.db.getRepository(Subscriber).update({ id: subscriberId }, { name: clean });
    return load(this.db.manager, showId, subscriberId);
  }

  /** A new address; the one before answers no more. Also brings back who was revoked. */
  async rotate(actor: Actor, showId: string, subscriberId: string): Promise<NewSubscriber> {
    requireChangeSubscribers(actor, showId);
    const secret = newAddressSecret();
    const change = { secretHash: hashSecret(secret), secretAt: this.clock.now(), revokedAt: null, fetchedOn: null };
    await this.change(showId, subscriberId, change);
    return { subscriber: await load(this.db.manager, showId, subscriberId), secret };
  }

  /** Feed and files answer 404 at once; doing it twice is no error. */
  async revoke(actor: Actor, showId: string, subscriberId: string): Promise<void> {
    requireChangeSubscribers(actor, showId);
    await this.change(showId, subscriberId, { revokedAt: this.clock.now() });
  }

  private async change(showId: string, subscriberId: string, change: Partial<Subscriber>): Promise<void> {
    await this.db.transaction(async (manager) => {
      await load(manager, showId, subscriberId);
      await manager.update(Subscriber, { id: subscriberId }, change);
    });
  }
}

async function load(manager: EntityManager, showId: string, id: string): Promise<Subscriber> {
  await loadShow(manager, showId);
  const found = isId(id) && (await manager.findOneBy(Subscriber, { id, showId }));
  if (!found) throw new NotFound('This subscriber');
  return found;
}

function acceptName(name: string): string {
  const clean = cleanLine(name);
  if (clean === '') throw new Invalid([{ path: 'name', message: 'error.field.required' }]);
  if (clean.length > 200) throw new Invalid([{ path: 'name', message: 'error.field.tooLong', params: { n: 200 } }]);
  return clean;
}
