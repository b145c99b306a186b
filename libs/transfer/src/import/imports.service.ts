import { announce } from '#libs/database';
import type { ImportedEpisodesService, ShowsService } from '#libs/catalog';
import { type Actor, type Clock, isId, newId, NotFound } from '#libs/kernel';
import { toTarget } from '#libs/outbound';
import { type DataSource, type EntityManager, In, type QueryDeepPartialEntity } from 'typeorm';
import { ImportItem, type ItemState } from './import-item.entity.js';
import { Import } from './import.entity.js';
import { FeedLocked, ImportNotReady, TooManyImports } from './import.error.js';
import { checkMove, lookAtFeed, makeImported } from './import.jobs.js';
import { countItems, readSeasons } from './import-items.query.js';
import { maySeeImport, requireImport, requireSeeImport } from './import.policy.js';
import { type ImportItemView, type ImportView, toImportView, toItemView } from './import.view.js';
import { announceItems, lockImport } from './import.writes.js';
import { type ShowWishes, toNewShow } from './new-show.plan.js';
import { toImportedShow } from './to-episode.plan.js';
import { toFeedAddress } from './feed-address.plan.js';

export interface StartForm extends ShowWishes {
  /** The feed is locked (podcast:locked), and it is theirs. */
  ownerConfirms?: boolean;
}

export interface ItemFilter {
  state?: ItemState;
  /** Position of the last one seen; undefined: from the begin. */
  after?: number;
  limit?: number;
}

const atOnce = 5;

/** Shows that move in: a look first, then a yes, then everything in the background. */
export class ImportsService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly shows: Pick<ShowsService, 'createWithin' | 'get'>,
    private readonly imported: ImportedEpisodesService,
    private readonly allowed: readonly string[],
  ) {}

  /** Orders a look at a feed. @throws AddressNotFetched for an address that is never asked (`abuse:A14`), Forbidden, TooManyImports */
  async create(actor: Actor, form: { url: string; showId?: string }): Promise<ImportView> {
    const showId = form.showId ?? null;
    requireImport(actor, showId);
    const sourceUrl = toTarget(toFeedAddress(form.url), new Set(this.allowed)).href;
    if (showId) await this.shows.get(actor, showId);
    const userId = actor.kind === 'user' ? actor.userId : null;
    const id = newId();
    await this.db.transaction(async (manager) => {
      const open = { ...(userId && { userId }), state: In(['waiting', 'running']), step: 'look' as const };
      if ((await manager.countBy(Import, open)) >= atOnce) throw new TooManyImports(atOnce);
      await manager.insert(Import, { id, showId, userId, sourceUrl, state: 'waiting', step: 'look' });
      await announce(manager, lookAtFeed.name, { importId: id, attempt: 1 });
    });
    return this.get(actor, id);
  }

  /** The last imports that the actor may see, newest first. */
  async list(actor: Actor): Promise<ImportView[]> {
    const { manager } = this.db;
    const rows = await manager.find(Import, { order: { createdAt: 'desc', id: 'desc' }, take: 200 });
    const seen = rows.filter((row) => maySeeImport(actor, row)).slice(0, 50);
    return Promise.all(seen.map(async (row) => toImportView(row, await countItems(manager, row.id))));
  }

  /** @throws NotFound */
  async get(actor: Actor, id: string): Promise<ImportView> {
    const { manager } = this.db;
    return toImportView(await this.load(manager, actor, id), await countItems(manager, id));
  }

  /** Items in the feed's order, at most 200 at once. @throws NotFound */
  async items(actor: Actor, id: string, { state, after = -1, limit = 100 }: ItemFilter): Promise<ImportItemView[]> {
    await this.load(this.db.manager, actor, id);
    const query = this.db.manager
      .createQueryBuilder(ImportItem, 'item')
      .where('item.import_id = :id and item.position > :after', { id, after })
      .orderBy('item.position')
      .take(Math.min(limit, 200));
    if (state) query.andWhere('item.state = :state', { state });
    return (await query.getMany()).map(toItemView);
  }

  /**
   * Says yes to what was seen: makes the show (or fills the one that was named), and everything else in the background.
   * @throws FeedLocked until the owner confirms, ImportNotReady, Invalid for what a show needs and the feed does not say
   */
  async start(actor: Actor, id: string, form: StartForm): Promise<ImportView> {
    const found = await this.load(this.db.manager, actor, id);
    requireImport(actor, found.showId);
    const { channel } = found;
    if (found.state !== 'needs-you' || !channel) throw new ImportNotReady(found.state);
    if (channel.locked && !form.ownerConfirms) throw new FeedLocked(channel.lockOwner || channel.ownerEmail);
    // Wholly or not at all: whoever is killed here leaves neither a show without its import nor an import that waits for ever.
    await this.db.transaction(async (manager) => {
      await claim(manager, id);
      const showId = found.showId ?? (await this.shows.createWithin(manager, actor, toNewShow(channel, form)));
      const { show } = toImportedShow(channel, await readSeasons(manager, id));
      await this.imported.completeShow(manager, showId, show);
      await manager.update(Import, { id }, { showId });
      await announce(manager, makeImported.name, { importId: id, attempt: found.attempt });
    });
    return this.get(actor, id);
  }

  /** Stops what runs; what is here already stays. @throws ImportNotReady */
  async cancel(actor: Actor, id: string): Promise<ImportView> {
    await this.change(actor, id, async (manager, { state }) => {
      if (!['waiting', 'running', 'needs-you'].includes(state)) throw new ImportNotReady(state);
      await manager.update(Import, { id }, { state: 'cancelled', finishedAt: this.clock.now() });
    });
    return this.get(actor, id);
  }

  /** Takes up what failed or was stopped: one item, or all that is left. @throws ImportNotReady, NotFound */
  async retry(actor: Actor, id: string, itemId?: string): Promise<ImportView> {
    await this.change(actor, id, async (manager, found) => {
      if (found.step === 'copy') return this.retryItems(manager, found, itemId);
      if (itemId || !['failed', 'cancelled'].includes(found.state)) throw new ImportNotReady(found.state);
      const attempt = found.attempt + 1;
      const again = { state: 'waiting', attempt, errorCode: null, errorParams: {}, finishedAt: null } as const;
      const step = found.step === 'decide' ? 'look' : found.step;
      await manager.update(Import, { id }, { ...again, step });
      const job = step === 'make' ? makeImported : lookAtFeed;
      await announce(manager, job.name, { importId: id, attempt });
    });
    return this.get(actor, id);
  }

  /** Asks the old address again whether it leads here by now. @throws ImportNotReady */
  async checkMove(actor: Actor, id: string): Promise<ImportView> {
    await this.change(actor, id, async (manager, found) => {
      if (!found.showId) throw new ImportNotReady(found.state);
      const move = { state: 'waiting', to: '', status: null, checkedAt: null } as const;
      await manager.update(Import, { id }, { move: move as object });
      await announce(manager, checkMove.name, { importId: id, version: this.clock.now().getTime() });
    });
    return this.get(actor, id);
  }

  private async retryItems(manager: EntityManager, { id, state, attempt }: Import, itemId?: string): Promise<void> {
    if (itemId !== undefined && !isId(itemId)) throw new NotFound('This item');
    const stopped: ItemState[] = state === 'cancelled' ? ['failed', 'waiting', 'running'] : ['failed'];
    const items = await manager.findBy(ImportItem, { importId: id, state: In(stopped), ...(itemId && { id: itemId }) });
    if (items.length === 0) throw itemId ? new NotFound('This item') : new ImportNotReady(state);
    const again = items.map((item) => ({ id: item.id, importId: id, attempt: item.attempt + 1 }));
    await manager.update(
      ImportItem,
      { id: In(items.map((item) => item.id)) },
      { state: 'waiting', errorCode: null, errorParams: {}, attempt: () => 'attempt + 1' },
    );
    if (items.every(({ episodeId }) => episodeId)) {
      await manager.update(Import, { id }, { state: 'running', finishedAt: null });
      return announceItems(manager, again);
    }
    // Some have no draft yet.
    const next = { state: 'waiting', step: 'make', attempt: attempt + 1, finishedAt: null } as const;
    await manager.update(Import, { id }, next);
    await announce(manager, makeImported.name, { importId: id, attempt: next.attempt });
  }

  private async change(
    actor: Actor,
    id: string,
    work: (manager: EntityManager, found: Import) => Promise<void>,
  ): Promise<void> {
    const { showId } = await this.load(this.db.manager, actor, id);
    requireImport(actor, showId);
    await this.db.transaction(async (manager) => work(manager, (await lockImport(manager, id))!));
  }

  private async load(manager: EntityManager, actor: Actor, id: string): Promise<Import> {
    const found = isId(id) ? await manager.findOneBy(Import, { id }) : null;
    if (!found) throw new NotFound('This import');
    requireSeeImport(actor, found);
    return found;
  }
}

/** Two who press at once make one show. */
async function claim(manager: EntityManager, id: string): Promise<void> {
  const waiting: QueryDeepPartialEntity<Import> = { state: 'waiting', step: 'make' };
  const { affected } = await manager.update(Import, { id, state: 'needs-you', step: 'decide' }, waiting);
  if (!affected) throw new ImportNotReady('running');
}
