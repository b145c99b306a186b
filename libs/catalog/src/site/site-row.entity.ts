import { Check, Column, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';
import type { SiteSettings } from './site-settings.js';

/** The one row of the site's settings; without it everything is as `usualSiteSettings` says. */
@Entity('site_settings')
@Check('ck_site_settings_one', 'id = 1')
export class SiteRow {
  @PrimaryColumn('smallint')
  id: number;

  /** What is missing is as usual. */
  @Column('jsonb', { default: {} })
  settings: Partial<SiteSettings>;

  @Column('integer', { default: 1 })
  version: number;

  @UpdateDateColumn({ type: 'timestamptz' })
  updatedAt: Date;
}
