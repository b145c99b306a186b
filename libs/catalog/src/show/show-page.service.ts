import { isDeepStrictEqual } from 'node:util';
import { type Actor, type Clock, Conflict, EstradeError, type FieldProblem, Invalid, isId } from '#libs/kernel';
import { type DataSource, type EntityManager, In, IsNull, Not } from 'typeorm';
import type { Addresses } from '../address/addresses.js';
import { renewHosts } from '../address/hosts.query.js';
import { Episode } from '../episode/episode.entity.js';
import { cleanShowPage, findShowPageProblems, isHostName, toHostName } from './show-page.plan.js';
import { type ShowPage, usualShowPage } from './show-page.js';
import { Show } from './show.entity.js';
import { announceShow } from './show.facts.js';
import { requireChangeShow, requireSeeShow } from './show.policy.js';
import { loadShow, lockShow } from './shows.service.js';

/** A show's page settings, and the version on which a save must be based. */
export interface ShowPageDesk {
  version: number;
  page: ShowPage;
  /** Wished for; null: none. */
  host: string | null;
  /** Since when pages are there; null: not yet. */
  hostActiveAt: Date | null;
}

/** There is no host to use: somebody took it out in the meantime. */
export class HostMissing extends EstradeError {
  constructor() {
    super('HOST_MISSING', 409, 'This show has no host name of its own; write one and save first.');
  }
}

/** What a show's page says beyond its texts, and the host that its pages are on. */
export class ShowPageService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly addresses: Addresses,
  ) {}

  async get(actor: Actor, showId: string): Promise<ShowPageDesk> {
    requireSeeShow(actor, showId);
    return toDesk(await loadShow(this.db.manager, showId));
  }

  /**
   * A field that is left out stays; a new host is not used before `activateHost`. @throws Conflict when somebody saved
   * since `version`, with both values; Invalid with the path of each wrong field. A save without a difference changes nothing.
   */
  async save(
    actor: Actor,
    showId: string,
    { version, host: wished, ...changes }: Partial<ShowPage> & { host?: string; version: number },
  ): Promise<ShowPageDesk> {
    requireChangeShow(actor, showId);
    await this.db.transaction(async (manager) => {
      const desk = toDesk(await lockShow(manager, showId));
      const page = cleanShowPage({ ...desk.page, ...changes });
      const host = wished === undefined ? desk.host : toHostName(wished) || null;
      if (desk.version !== version) {
        throw new Conflict({ ...desk.page, host: desk.host }, { ...page, host }, desk.version);
      }
      const problems = [...findShowPageProblems(page), ...(await this.findProblems(manager, showId, page, host))];
      if (problems.length > 0) throw new Invalid(problems);
      if (isDeepStrictEqual(page, desk.page) && host === desk.host) return;
      const hostActiveAt = host === desk.host ? desk.hostActiveAt : null;
      await manager.update(Show, { id: showId }, { page, host, hostActiveAt, pageVersion: version + 1 });
      await announceShow(manager, 'changed', showId);
    });
    return this.afterChange(showId);
  }

  /** From now on the show's pages are on its host, and the instance's addresses lead there (301). @throws HostMissing. */
  async activateHost(actor: Actor, showId: string): Promise<ShowPageDesk> {
    return this.setActive(actor, showId, this.clock.now());
  }

  /** Back to the instance's host, at once. @throws HostMissing. */
  async deactivateHost(actor: Actor, showId: string): Promise<ShowPageDesk> {
    return this.setActive(actor, showId, null);
  }

  private async setActive(actor: Actor, showId: string, hostActiveAt: Date | null): Promise<ShowPageDesk> {
    requireChangeShow(actor, showId);
    await this.db.transaction(async (manager) => {
      const show = await lockShow(manager, showId);
      if (!show.host) throw new HostMissing();
      if ((show.hostActiveAt === null) === (hostActiveAt === null)) return;
      await manager.update(Show, { id: showId }, { hostActiveAt });
      await announceShow(manager, 'changed', showId);
    });
    return this.afterChange(showId);
  }

  private async afterChange(showId: string): Promise<ShowPageDesk> {
    await renewHosts(this.db, this.addresses);
    return toDesk(await loadShow(this.db.manager, showId));
  }

  /** What only the database knows: episodes of another show, a host that is somebody else's. */
  private async findProblems(
    manager: EntityManager,
    showId: string,
    { startWith }: ShowPage,
    host: string | null,
  ): Promise<FieldProblem[]> {
    const ids = startWith.filter(isId);
    const own = ids.length > 0 ? await manager.countBy(Episode, { id: In(ids), showId, deletedAt: IsNull() }) : 0;
    const isOwn = host === null || isHostName(host, new URL(this.addresses.origin).hostname);
    const isTaken = host !== null && (await manager.existsBy(Show, { host, id: Not(showId) }));
    return [
      ...(own < startWith.length ? [{ path: 'startWith', message: 'error.field.otherShow' }] : []),
      ...(isOwn ? [] : [{ path: 'host', message: 'error.field.hostName' }]),
      ...(isTaken ? [{ path: 'host', message: 'error.field.hostTaken' }] : []),
    ];
  }
}

function toDesk({ page, pageVersion, host, hostActiveAt }: Show): ShowPageDesk {
  return { version: pageVersion, page: { ...usualShowPage, ...page }, host, hostActiveAt };
}
