import { hashSecret, isAddressSecret } from '#libs/kernel';
import { type DataSource, type EntityManager, IsNull } from 'typeorm';
import { Selection } from './selection.entity.js';
import { Subscriber } from './subscriber.entity.js';

/** Whose address a secret is in: a subscriber's of a show, or a listener's own feed. */
export type SecretHolder =
  | { kind: 'subscriber'; id: string; showId: string; fetchedOn: string | null }
  | { kind: 'selection'; id: string; fetchedOn: string | null };

/** Looks up the secrets in addresses. */
export class SecretQuery {
  constructor(private readonly db: DataSource | EntityManager) {}

  /** Undefined for one that was never made, was changed or is revoked (`feed:V06`). */
  async holder(secret: string): Promise<SecretHolder | undefined> {
    if (!isAddressSecret(secret)) return undefined;
    const secretHash = hashSecret(secret);
    const subscriber = await this.db.getRepository(Subscriber).findOneBy({ secretHash, revokedAt: IsNull() });
    if (subscriber) {
      const { id, showId, fetchedOn } = subscriber;
      return { kind: 'subscriber', id, showId, fetchedOn };
    }
    const selection = await this.db.getRepository(Selection).findOneBy({ secretHash });
    return selection ? { kind: 'selection', id: selection.id, fetchedOn: selection.fetchedOn } : undefined;
  }

  /** Notes that an app asked for the feed on this day, `YYYY-MM-DD`; one row a day. */
  async noteFetch({ kind, id }: SecretHolder, on: string): Promise<void> {
    const table = kind === 'subscriber' ? 'subscribers' : 'selections';
    await this.db.query(`update ${table} set fetched_on = $2 where id = $1 and fetched_on is distinct from $2`, [
      id,
      on,
    ]);
  }

  async selection(id: string): Promise<Selection | undefined> {
    return (await this.db.getRepository(Selection).findOneBy({ id })) ?? undefined;
  }
}
