import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Feeds and their stored bytes. */
export class CreateFeeds implements MigrationInterface {
  name = 'CreateFeeds1790000005000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table feeds (
        id uuid not null,
        kind text not null,
        subject_id uuid not null,
        path text,
        gone_at timestamptz,
        wanted_version integer not null default '0',
        built_version integer not null default '0',
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        constraint ck_feeds_kind check (kind in ('show', 'event')),
        constraint pk_feeds primary key (id)
      )
    `);
    await runner.query(`create unique index ix_feeds_kind_subject_id on feeds (kind, subject_id)`);
    await runner.query(`create unique index ix_feeds_path on feeds (path)`);
    await runner.query(`
      create table feed_versions (
        id uuid not null,
        feed_id uuid not null,
        version integer not null,
        identity bytea not null,
        gzip bytea not null,
        br bytea not null,
        digest text not null,
        changed_at timestamptz not null,
        item_count integer not null,
        created_at timestamptz not null default now(),
        constraint pk_feed_versions primary key (id)
      )
    `);
    await runner.query(`create unique index ix_feed_versions_feed_id_version on feed_versions (feed_id, version)`);
    await runner.query(
      `alter table feed_versions add constraint fk_feed_versions_feed_id foreign key (feed_id) references feeds(id) on delete cascade on update no action`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['feed_versions', 'feeds']) {
      await runner.query(`drop table ${table} cascade`);
    }
  }
}
