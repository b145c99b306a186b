import { type Clock, hashSecret, Invalid, newAddressSecret, newId, TooMany } from '#libs/kernel';
import type { DataSource } from 'typeorm';
import { Selection } from './selection.entity.js';
import { cleanSelection, countThings, selectionDays, type SelectionForm, selectionMax } from './selection.plan.js';
import { announceSelection } from './subscriber.facts.js';

/** Every release orders as many builds as there are selections that have it, so there is an end to them. */
const selectionsMax = 20_000;
const day = 86_400_000;

/** Feeds that listeners put together without an account; whoever has the secret has the feed. */
export class SelectionsService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Gives the secret of the new feed's address, which is known now and never again. The caller has looked up what was
   * chosen. @throws Invalid for nothing or too much, TooMany when the instance holds as many as it can.
   */
  async create(form: SelectionForm): Promise<string> {
    const clean = cleanSelection(form);
    const count = countThings(clean);
    if (count === 0) throw new Invalid([{ path: 'things', message: 'error.field.required' }]);
    if (count > selectionMax) {
      throw new Invalid([{ path: 'things', message: 'error.field.tooMany', params: { n: selectionMax } }]);
    }
    if ((await this.db.getRepository(Selection).count()) >= selectionsMax) throw new TooMany(3600);
    const secret = newAddressSecret();
    const id = newId();
    await this.db.transaction(async (manager) => {
      await manager.insert(Selection, { id, ...clean, secretHash: hashSecret(secret), createdAt: this.clock.now() });
      await announceSelection(manager, id);
    });
    return secret;
  }

  /** Removes what no app asks for any more; gives how many. Their feeds go with the feeds' own clearing. */
  async forgetUnused(): Promise<number> {
    const now = this.clock.now().getTime();
    const [, count]: [unknown, number] = await this.db.query(
      `delete from selections where fetched_on < $1 or (fetched_on is null and created_at < $2)`,
      [new Date(now - selectionDays.unused * day), new Date(now - selectionDays.neverUsed * day)],
    );
    return count;
  }
}
