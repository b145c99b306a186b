import { isDeepStrictEqual } from 'node:util';
import { announce, notify } from '#libs/database';
import { type Actor, Conflict, Forbidden, hasScope, Invalid } from '#libs/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import { SiteRow } from './site-row.entity.js';
import { type SiteSettings, usualSiteSettings } from './site-settings.js';
import { cleanSite, findSiteProblems } from './site.plan.js';

/** The settings of the site are others than before: the fact's name. */
export const siteChanged = 'site.changed';

/** The site's settings and the version on which a save must be based. */
export interface SiteDesk {
  version: number;
  settings: SiteSettings;
}

/** The settings of the whole site; the instance's owner reads and changes them, and pages follow at once. */
export class SiteService {
  constructor(private readonly db: DataSource) {}

  /** @throws Forbidden for anybody but the instance's owner. */
  async get(actor: Actor): Promise<SiteDesk> {
    requireOwner(actor, 'read');
    return toDesk(await this.db.getRepository(SiteRow).findOneBy({ id: 1 }));
  }

  /**
   * A field that is left out stays. @throws Conflict when somebody saved since `version`, with both values; Invalid
   * with the path of each wrong field. A save without a difference changes nothing.
   */
  async save(actor: Actor, { version, ...changes }: Partial<SiteSettings> & { version: number }): Promise<SiteDesk> {
    requireOwner(actor, 'admin');
    await this.db.transaction(async (manager) => {
      const desk = toDesk(await lockRow(manager));
      const settings = cleanSite({ ...desk.settings, ...changes });
      if (desk.version !== version) throw new Conflict(desk.settings, settings, desk.version);
      const problems = findSiteProblems(settings);
      if (problems.length > 0) throw new Invalid(problems);
      if (isDeepStrictEqual(settings, desk.settings)) return;
      await manager.update(SiteRow, { id: 1 }, { settings, version: version + 1 });
      await announce(manager, siteChanged, {});
      await notify(manager, 'estrade_pages', { site: true });
    });
    return this.get(actor);
  }
}

function requireOwner(actor: Actor, scope: 'read' | 'admin'): void {
  if (actor.kind === 'system') return;
  const isOwner = actor.kind === 'user' && actor.isInstanceOwner && !actor.tokenShowId;
  if (!isOwner || !hasScope(actor, scope)) throw new Forbidden();
}

async function lockRow(manager: EntityManager): Promise<SiteRow> {
  await manager.query(`insert into site_settings (id) values (1) on conflict do nothing`);
  return manager.findOneOrFail(SiteRow, { where: { id: 1 }, lock: { mode: 'pessimistic_write' } });
}

function toDesk(row: SiteRow | null): SiteDesk {
  return { version: row?.version ?? 1, settings: { ...usualSiteSettings, ...row?.settings } };
}
