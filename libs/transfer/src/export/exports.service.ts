import { announce } from '#libs/database';
import { type Actor, type Clock, newId, NotFound } from '#libs/kernel';
import { DiskFull, type Storage } from '#libs/storage';
import { ShowQuery } from '#libs/catalog';
import { type DataSource, type EntityManager, In } from 'typeorm';
import { toBaseUrl } from './base-url.plan.js';
import { ExportNotReady, NothingToExport } from './export.error.js';
import { writeExport } from './export.job.js';
import { requireTakeOut } from './export.policy.js';
import { ShowExport } from './show-export.entity.js';

/** Archives are large, and a new one is made at any time. */
export const exportKeptMs = 7 * 24 * 3_600_000;
/** What is left to everything else on the disk. */
const reserveBytes = 256 * 1024 ** 2;
const listed = 20;

export interface ExportForm {
  /** Where the site is to be put. */
  baseUrl: string;
  withOriginals: boolean;
  withDrafts: boolean;
}

/** A finished archive, to be sent. */
export interface ExportFile {
  key: string;
  bytes: number;
  /** What it is to be called on the producer's machine: ASCII (`abuse:A42`). */
  name: string;
  sha256: string;
}

/** Archives with everything of a show: ordered, looked at, fetched, cancelled and deleted by its owners. */
export class ExportsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly storage: Storage,
    private readonly clock: Clock,
  ) {}

  /**
   * Orders one; the same order that is still under way is answered with.
   * @throws NotFound, Forbidden, Invalid, NothingToExport; DiskFull when it could not be stored (`fault:F23`).
   */
  async order(actor: Actor, showId: string, form: ExportForm): Promise<ShowExport> {
    requireTakeOut(actor, showId);
    const wanted = { ...form, baseUrl: toBaseUrl(form.baseUrl) };
    const { manager } = this.dataSource;
    if (!(await new ShowQuery(manager).byId(showId))) throw new NotFound('This show');
    await this.checkRoom(showId, wanted);
    const id = await this.dataSource.transaction((inside) => orderOnce(inside, actor, showId, wanted));
    return this.load(manager, showId, id);
  }

  /** Newest first. */
  async list(actor: Actor, showId: string): Promise<ShowExport[]> {
    requireTakeOut(actor, showId);
    return this.dataSource.manager.find(ShowExport, { where: { showId }, order: { id: 'DESC' }, take: listed });
  }

  async get(actor: Actor, showId: string, exportId: string): Promise<ShowExport> {
    requireTakeOut(actor, showId);
    return this.load(this.dataSource.manager, showId, exportId);
  }

  /** @throws ExportNotReady */
  async file(actor: Actor, showId: string, exportId: string): Promise<ExportFile> {
    const { state, key, bytes, sha256, finishedAt } = await this.get(actor, showId, exportId);
    if (state !== 'done' || bytes === null || !sha256 || !finishedAt) throw new ExportNotReady();
    const show = await new ShowQuery(this.dataSource.manager).byId(showId);
    if (!show) throw new NotFound('This show');
    return { key, bytes, sha256, name: `${show.slug}-${finishedAt.toISOString().slice(0, 10)}.zip` };
  }

  /** Cancels what is under way; deletes what is done. */
  async remove(actor: Actor, showId: string, exportId: string): Promise<void> {
    const { id, key } = await this.get(actor, showId, exportId);
    await this.dataSource.manager.delete(ShowExport, { id });
    await this.storage.delete(key);
  }

  /** Deletes archives whose time is over, and those that no row names any more. Returns how many. */
  async sweep(): Promise<number> {
    const { manager } = this.dataSource;
    const now = this.clock.now();
    const over: { id: string; key: string }[] = await manager.query(
      'select id, key from show_exports where expires_at < $1',
      [now],
    );
    for (const { id, key } of over) {
      await this.storage.delete(key);
      await manager.delete(ShowExport, { id });
    }
    return over.length + (await this.removeOrphans(manager, now));
  }

  /** Of a show that was purged, or of an export that was deleted while its file was being put in place. */
  private async removeOrphans(manager: EntityManager, now: Date): Promise<number> {
    let gone = 0;
    for await (const { key, modifiedAt } of this.storage.list('export/')) {
      if (now.getTime() - modifiedAt.getTime() < 24 * 3_600_000) continue;
      if (await manager.existsBy(ShowExport, { key })) continue;
      await this.storage.delete(key);
      gone += 1;
    }
    return gone;
  }

  private async load(manager: EntityManager, showId: string, id: string): Promise<ShowExport> {
    const found = await manager.findOneBy(ShowExport, { id, showId });
    if (!found) throw new NotFound('This archive');
    return found;
  }

  /** Room is promised, not hoped for. */
  private async checkRoom(showId: string, { withOriginals, withDrafts }: ExportForm): Promise<void> {
    const [{ bytes, count }]: { bytes: string; count: number }[] = await this.dataSource.query(
      `select count(*)::int as count,
         coalesce(sum((select sum(bytes) from renditions where revision_id = copy.revision_id)), 0)
         + coalesce(sum(case when $2 then revision.original_bytes else 0 end), 0) as bytes
       from episodes episode
       join episode_copies copy on copy.episode_id = episode.id
       left join revisions revision on revision.id = copy.revision_id
       where episode.show_id = $1 and episode.deleted_at is null and episode.purged_at is null
         and ((copy.kind = 'released' and episode.state = 'published') or (copy.kind = 'working' and $3))`,
      [showId, withOriginals, withDrafts],
    );
    if (count === 0) throw new NothingToExport();
    const free = await this.storage.freeBytes();
    if (free !== undefined && free < Number(bytes) + reserveBytes) throw new DiskFull();
  }
}

async function orderOnce(manager: EntityManager, actor: Actor, showId: string, form: ExportForm): Promise<string> {
  await manager.query('select pg_advisory_xact_lock(hashtext($1))', [`exports.${showId}`]);
  const same = await manager.findOneBy(ShowExport, { showId, ...form, state: In(['waiting', 'running']) });
  if (same) return same.id;
  const id = newId();
  const userId = actor.kind === 'user' ? actor.userId : null;
  await manager.insert(ShowExport, { ...form, id, showId, userId, state: 'waiting', key: `export/${id}.zip` });
  await announce(manager, writeExport.name, { exportId: id });
  return id;
}
