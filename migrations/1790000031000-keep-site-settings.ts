import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The site's settings, the moment from which a show's own host is used, and episodes that were withdrawn for legal reasons. */
export class KeepSiteSettings implements MigrationInterface {
  name = 'KeepSiteSettings1790000031000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table site_settings (
      id smallint not null,
      settings jsonb not null default '{}',
      version integer not null default '1',
      updated_at timestamptz not null default now(),
      constraint pk_site_settings primary key (id),
      constraint ck_site_settings_one check (id = 1)
    )`);
    await runner.query(`alter table shows add host_active_at timestamptz`);
    await runner.query(`alter table episodes add is_withdrawn_by_law boolean not null default false`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table episodes drop is_withdrawn_by_law`);
    await runner.query(`alter table shows drop host_active_at`);
    await runner.query(`drop table site_settings`);
  }
}
