import type { DataSource, EntityManager } from 'typeorm';
import { SiteRow } from './site-row.entity.js';
import { type SiteSettings, usualSiteSettings } from './site-settings.js';

/** The site's settings as they are now, each that nobody set as usual. */
export async function readSite(db: DataSource | EntityManager): Promise<SiteSettings> {
  return { ...usualSiteSettings, ...(await db.getRepository(SiteRow).findOneBy({ id: 1 }))?.settings };
}
