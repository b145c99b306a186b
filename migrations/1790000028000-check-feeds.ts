import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Checks of feeds with what they found, advice that a show does not want, and versions that were put back. */
export class CheckFeeds implements MigrationInterface {
  name = 'CheckFeeds1790000028000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table feed_checks (
        feed_id uuid not null,
        wanted_at timestamptz not null,
        checked_at timestamptz,
        digest text not null default '',
        item_count integer not null default '0',
        advice jsonb not null default '[]',
        advice_count integer not null default '0',
        constraint pk_feed_checks primary key (feed_id)
      )
    `);
    await runner.query(
      `alter table feed_checks add constraint fk_feed_checks_feed_id foreign key (feed_id) references feeds(id) on delete cascade on update no action`,
    );
    await runner.query(`
      create table feed_silences (
        show_id uuid not null,
        advice_id text not null,
        created_at timestamptz not null default now(),
        constraint pk_feed_silences primary key (show_id, advice_id)
      )
    `);
    await runner.query(
      `alter table feed_silences add constraint fk_feed_silences_show_id foreign key (show_id) references shows(id) on delete cascade on update no action`,
    );
    await runner.query(`alter table feed_versions add restored_from timestamptz`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from feed_versions where restored_from is not null`);
    await runner.query(`alter table feed_versions drop restored_from`);
    await runner.query(`drop table feed_silences`);
    await runner.query(`drop table feed_checks`);
  }
}
